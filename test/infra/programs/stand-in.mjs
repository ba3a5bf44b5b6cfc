// Stands in for one of our programs where only the launching is tested: does what every program must do, and nothing else.
import { createServer } from 'node:http';

const [, , word] = process.argv;

export function standIn(portVariable) {
  if (word === 'migrate') return;
  if (word === 'seed') {
    console.log(JSON.stringify({ level: 30, msg: 'furnishing' }));
    console.log(JSON.stringify({ salon: 's1', links: { moderator: `${process.env.YAJI_PUBLIC_URL}/m`, hall: `${process.env.YAJI_PUBLIC_URL}/h` } }));
    return;
  }
  const server = createServer((request, response) => {
    if (request.url === '/env') return response.end(JSON.stringify(process.env));
    response.statusCode = request.url.startsWith('/health/') ? 200 : 404;
    return response.end();
  });
  server.listen(Number(process.env[portVariable]), process.env.YAJI_HOST);
  process.on('SIGTERM', () => server.close(() => process.exit(0)).closeAllConnections());
}
