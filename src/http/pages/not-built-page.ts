/** What stands at `/` where the service runs from its sources and nobody has built the pages yet. */
export const notBuiltPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>The dashboard is not built</title>
  </head>
  <body>
    <h1>The dashboard is not built</h1>
    <p>The service runs. Its pages are made by <code>npm run build:pages</code>; start the service again afterwards.</p>
    <p>The API is described at <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.</p>
  </body>
</html>
`;
