'use strict';

// The page shows the document as it is, but for the ways to sign in: of all that an identity provider can do, it takes
// the authorization code with PKCE, as a public client that keeps the token in its memory alone.
(function () {
  // Of some thirty libraries that samples can be written for, one a language.
  const withoutSamples = {
    c: true, clojure: true, dart: true, fsharp: true, http: true, kotlin: true, node: true, objc: true, ocaml: true,
    php: true, powershell: true, r: true, ruby: true, rust: true, swift: true,
    csharp: ['restsharp'],
    java: ['asynchttp', 'okhttp', 'unirest'],
    js: ['axios', 'jquery', 'ofetch', 'xhr'],
    python: ['aiohttp', 'httpx_async', 'httpx_sync', 'python3'],
    shell: ['httpie', 'wget'],
  };

  const readJson = (url) =>
    fetch(url).then((response) => (response.ok ? response.json() : Promise.reject(new Error(url + ': ' + response.status))));

  const redirect = window.location.origin + '/docs/oauth2-redirect.html';

  const codeFlow = (scheme, clientId) =>
    readJson(scheme.openIdConnectUrl).then((provider) => ({
      type: 'oauth2',
      description: scheme.description,
      flows: {
        authorizationCode: {
          authorizationUrl: provider.authorization_endpoint,
          tokenUrl: provider.token_endpoint,
          scopes: { openid: 'who you are' },
          'x-usePkce': 'SHA-256',
          'x-scalar-client-id': clientId,
          'x-scalar-redirect-uri': redirect,
          'x-scalar-credentials-location': 'body',
          'x-scalar-security-query': { scope: 'openid' },
        },
      },
    }));

  // An identity provider that does not answer is not offered.
  const withCodeFlows = (api, settings) => {
    const schemes = api.components.securitySchemes;
    const signIns = Object.keys(schemes).filter((name) => schemes[name].type === 'openIdConnect');
    const withdraw = (name) => {
      delete schemes[name];
      const without = (ways) => ways && ways.filter((way) => !(name in way));
      api.security = without(api.security);
      Object.values(api.paths)
        .flatMap((path) => Object.values(path))
        .filter((operation) => operation.security)
        .forEach((operation) => (operation.security = without(operation.security)));
    };
    const replace = (name) =>
      codeFlow(schemes[name], settings.clientId).then(
        (scheme) => (schemes[name] = scheme),
        (failure) => {
          console.warn(failure.message);
          withdraw(name);
        },
      );
    return Promise.all(signIns.map(replace)).then(() => api);
  };

  // Signing in goes before pasting a token.
  const preferred = (schemes) => {
    const names = Object.keys(schemes);
    return names.find((name) => schemes[name].type === 'oauth2') || names[0];
  };

  const show = (api) =>
    Scalar.createApiReference('#reference', {
      content: api,
      theme: 'default',
      layout: 'modern',
      defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
      hiddenClients: withoutSamples,
      operationTitleSource: 'summary',
      documentDownloadType: 'direct',
      hideClientButton: true,
      showDeveloperTools: 'never',
      persistAuth: false,
      authentication: { preferredSecurityScheme: preferred(api.components.securitySchemes) },
      // Everything comes from here, and nothing is told to anybody.
      withDefaultFonts: false,
      telemetry: false,
      agent: { disabled: true },
      mcp: { disabled: true },
    });

  Promise.all([readJson('/openapi.json'), readJson('/docs/settings.json')])
    .then(([api, settings]) => withCodeFlows(api, settings))
    .then(show)
    .catch((failure) => {
      document.getElementById('reference').textContent = 'The reference could not be loaded. ' + failure.message;
    });
})();
