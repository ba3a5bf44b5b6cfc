import helmet from 'helmet';
import type { RequestHandler } from 'express';

const webSocket = (url: string): string => url.replace(/^http/, 'ws');

/** `mediaOrigins` answers where the media nodes are at this moment. */
export type Places = { publicUrl: string; mediaOrigins: () => readonly string[] };

/** What a page of ours may do: load from here alone, speak to here and to the media nodes, use camera, microphone and screen. */
export function contentSecurity({ publicUrl, mediaOrigins }: Places): RequestHandler {
  const secure = publicUrl.startsWith('https:');
  // A browser that plays the stream by itself fetches it as media.
  const media = (): string => ["'self'", 'blob:', ...mediaOrigins()].join(' ');
  const connect = (): string => ["'self'", webSocket(publicUrl), ...mediaOrigins().flatMap((origin) => [origin, webSocket(origin)])].join(' ');
  const guard = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], connectSrc: [connect],
        mediaSrc: [media], imgSrc: ["'self'", 'data:', 'blob:'], fontSrc: ["'self'", 'data:'], workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"], baseUri: ["'self'"], formAction: ["'self'"], frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure,
    crossOriginEmbedderPolicy: false,
  });
  return (request, response, next) => {
    response.setHeader('permissions-policy', 'camera=(self), microphone=(self), display-capture=(self), fullscreen=(self), geolocation=(), payment=(), usb=()');
    guard(request, response, next);
  };
}
