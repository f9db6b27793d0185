// The mock server of openapi-backend's own guide, over node's http: it checks a request, then answers with the example or a made value.
const { createServer } = require('node:http');
const { OpenAPIBackend } = require('openapi-backend');

const [definition, port] = process.argv.slice(2);
const api = new OpenAPIBackend({ definition, quick: true, handlers: {} });
const send = (response, status, body) => {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
};
api.register('validationFail', (context, request, response) => send(response, 400, { message: context.validation.errors[0].message }));
api.register('notFound', (context, request, response) => send(response, 404, { message: 'not found' }));
api.register('notImplemented', (context, request, response) => {
  const { status, mock } = context.api.mockResponseForOperation(context.operation.operationId);
  send(response, status, mock);
});
api.init().then(() => createServer((request, response) => {
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => {
    const [path, query] = request.url.split('?');
    api.handleRequest(
      { method: request.method, path, query, body: Buffer.concat(parts).toString(), headers: request.headers }, request, response);
  });
}).listen(Number(port), '127.0.0.1'));
