'use strict';

// Sign-in is by authorization code with PKCE: the page is a public client and keeps the token in its memory alone.
fetch('/docs/settings.json')
  .then((response) => response.json())
  .then((settings) => {
    const reference = SwaggerUIBundle({
      url: '/openapi.json',
      dom_id: '#reference',
      presets: [SwaggerUIBundle.presets.apis],
      layout: 'BaseLayout',
      deepLinking: true,
      displayRequestDuration: true,
      docExpansion: 'list',
      filter: true,
      persistAuthorization: false,
      tryItOutEnabled: true,
      oauth2RedirectUrl: window.location.origin + '/docs/oauth2-redirect.html',
    });
    reference.initOAuth({
      clientId: settings.clientId,
      scopes: 'openid',
      usePkceWithAuthorizationCodeGrant: true,
    });
  });
