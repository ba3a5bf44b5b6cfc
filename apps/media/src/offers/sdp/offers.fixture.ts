/** Offers as they come from the usual encoders, with invented ids. Lines end with CRLF on the wire. */
const sdp = (...lines: readonly string[]): string => `${lines.join('\r\n')}\r\n`;

const fingerprint = 'a=fingerprint:sha-256 0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9:0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9';
const head = ['v=0', 'o=- 1234567890 2 IN IP4 127.0.0.1', 's=-', 't=0 0'];
const ice = ['a=ice-ufrag:abCD', 'a=ice-pwd:abcdefghijklmnopqrstuvwx'];
const candidates = [
  'a=candidate:1 1 UDP 2122317823 192.0.2.7 51000 typ host', 'a=candidate:2 1 UDP 1686109951 198.51.100.9 51000 typ srflx raddr 192.0.2.7 rport 51000', 'a=end-of-candidates',
];

/** OBS Studio and others on libdatachannel: one H.264, one Opus, everything named by its SSRC, nothing else. */
export const obsVideo = [
  'm=video 9 UDP/TLS/RTP/SAVPF 96', 'c=IN IP4 0.0.0.0', 'a=mid:1', 'a=sendonly', 'a=ssrc:201 cname:obs', 'a=ssrc:201 msid:obs obs-video', 'a=rtcp-mux',
  'a=rtpmap:96 H264/90000', 'a=rtcp-fb:96 nack', 'a=rtcp-fb:96 nack pli', 'a=rtcp-fb:96 goog-remb',
  'a=fmtp:96 profile-level-id=42e01f;packetization-mode=1;level-asymmetry-allowed=1', 'a=setup:actpass', ...ice, fingerprint, ...candidates,
];
export const obsAudio = [
  'm=audio 9 UDP/TLS/RTP/SAVPF 111', 'c=IN IP4 0.0.0.0', 'a=mid:0', 'a=sendonly', 'a=ssrc:101 cname:obs', 'a=ssrc:101 msid:obs obs-audio', 'a=rtcp-mux',
  'a=rtpmap:111 opus/48000/2', 'a=fmtp:111 minptime=10;maxaveragebitrate=96000;stereo=1;sprop-stereo=1;useinbandfec=1', 'a=setup:actpass', ...ice, fingerprint, ...candidates,
];
export const obs = sdp(...head, 'a=group:BUNDLE 0 1', 'a=group:LS 0 1', 'a=msid-semantic:WMS *', ...obsAudio, ...obsVideo);
export const obsWithoutSound = sdp(...head, 'a=group:BUNDLE 1', ...obsVideo);
export const obsWithoutMids = sdp(...head, ...obsVideo.filter((line) => line !== 'a=mid:1'));
export const unbundled = sdp(...head, ...obsAudio, ...obsVideo);
export const highProfile = obs.replace('42e01f', '640c1f');
export const withoutFingerprint = obs.replaceAll(`${fingerprint}\r\n`, '');
export const receiving = obs.replaceAll('a=sendonly', 'a=recvonly');
export const withHevcOnly = obs.replace('H264/90000', 'H265/90000');

/** A page of Chromium: bundle-only, many codecs, header extensions, RTX, simulcast by rid. */
export const chromium = sdp(
  ...head, 'a=group:BUNDLE 0 1', 'a=extmap-allow-mixed', 'a=msid-semantic: WMS stream',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111 63 9', 'c=IN IP4 0.0.0.0', 'a=rtcp:9 IN IP4 0.0.0.0', ...ice, 'a=ice-options:trickle', fingerprint, 'a=setup:actpass', 'a=mid:0',
  'a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level', 'a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01', 'a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid', 'a=sendonly',
  'a=msid:stream sound', 'a=rtcp-mux', 'a=rtcp-rsize', 'a=rtpmap:111 opus/48000/2', 'a=rtcp-fb:111 transport-cc', 'a=fmtp:111 minptime=10;useinbandfec=1',
  'a=rtpmap:63 red/48000/2', 'a=fmtp:63 111/111', 'a=rtpmap:9 G722/8000', 'a=ssrc:301 cname:page', 'a=ssrc:301 msid:stream sound',
  'm=video 0 UDP/TLS/RTP/SAVPF 96 97 103 104 107 108', 'c=IN IP4 0.0.0.0', 'a=rtcp:9 IN IP4 0.0.0.0', 'a=bundle-only', ...ice, 'a=ice-options:trickle', fingerprint,
  'a=setup:actpass', 'a=mid:1', 'a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01', 'a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid',
  'a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id', 'a=extmap:11 urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id', 'a=extmap:13 urn:3gpp:video-orientation',
  'a=sendonly', 'a=msid:stream picture', 'a=rtcp-mux', 'a=rtcp-rsize', 'a=rtpmap:96 VP8/90000', 'a=rtcp-fb:96 goog-remb', 'a=rtcp-fb:96 transport-cc', 'a=rtcp-fb:96 ccm fir',
  'a=rtcp-fb:96 nack', 'a=rtcp-fb:96 nack pli', 'a=rtpmap:97 rtx/90000', 'a=fmtp:97 apt=96', 'a=rtpmap:103 H264/90000', 'a=rtcp-fb:103 nack pli',
  'a=fmtp:103 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42001f', 'a=rtpmap:104 rtx/90000', 'a=fmtp:104 apt=103', 'a=rtpmap:107 H264/90000',
  'a=fmtp:107 level-asymmetry-allowed=1;packetization-mode=0;profile-level-id=42e01f', 'a=rtpmap:108 rtx/90000', 'a=fmtp:108 apt=107',
  'a=rid:q send', 'a=rid:h send', 'a=rid:f send', 'a=rid:x send', 'a=simulcast:send q;h;f;x',
);

/** GStreamer's webrtcbin under whipclientsink: picture first, transport and feedback in its own order, RTX by a=ssrc-group. */
export const gstreamer = sdp(
  'v=0', 'o=- 4242 0 IN IP4 0.0.0.0', 's=-', 't=0 0', 'a=ice-options:trickle', 'a=group:BUNDLE video0 audio1',
  'm=video 9 UDP/TLS/RTP/SAVPF 96 97', 'c=IN IP4 0.0.0.0', 'a=setup:actpass', ...ice, 'a=rtcp-mux', 'a=rtcp-rsize', 'a=sendonly', 'a=rtpmap:96 VP8/90000',
  'a=rtcp-fb:96 nack', 'a=rtcp-fb:96 nack pli', 'a=rtcp-fb:96 ccm fir', 'a=rtcp-fb:96 transport-cc',
  'a=extmap:1 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01', 'a=rtpmap:97 rtx/90000', 'a=fmtp:97 apt=96', 'a=ssrc-group:FID 401 402',
  'a=ssrc:401 msid:user webrtctransceiver0', 'a=ssrc:401 cname:user', 'a=ssrc:402 msid:user webrtctransceiver0', 'a=ssrc:402 cname:user', 'a=mid:video0', fingerprint,
  'm=audio 0 UDP/TLS/RTP/SAVPF 98', 'c=IN IP4 0.0.0.0', 'a=setup:actpass', 'a=bundle-only', ...ice, 'a=rtcp-mux', 'a=rtcp-rsize', 'a=sendonly', 'a=rtpmap:98 OPUS/48000/2',
  'a=fmtp:98 sprop-maxcapturerate=48000;sprop-stereo=0', 'a=ssrc:501 msid:user webrtctransceiver1', 'a=ssrc:501 cname:user', 'a=mid:audio1', fingerprint,
);

/** A second camera and a data channel beside what is taken. */
export const twoCameras = sdp(
  ...head, 'a=group:BUNDLE 0 1 2 3', ...obsAudio, ...obsVideo, ...obsVideo.map((line) => line.replace('a=mid:1', 'a=mid:2').replaceAll('201', '202')),
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel', 'c=IN IP4 0.0.0.0', 'a=mid:3', 'a=sctp-port:5000', 'a=setup:actpass', ...ice, fingerprint,
);

/** Neither SSRCs nor extensions: nobody can tell the packets apart. */
export const nameless = sdp(...head, 'a=group:BUNDLE 1', ...obsVideo.filter((line) => !line.startsWith('a=ssrc')));
