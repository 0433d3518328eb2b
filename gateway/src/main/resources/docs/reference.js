'use strict';

// The page shows the document as it is, but for the ways to sign in: of all that an identity provider can do, it takes
// the authorization code with PKCE, as a public client that keeps the token in its memory alone.
(function () {
  const readJson = (url) =>
    fetch(url).then((response) => (response.ok ? response.json() : Promise.reject(new Error(url + ': ' + response.status))));

  const codeFlow = (scheme) =>
    readJson(scheme.openIdConnectUrl).then((provider) => ({
      type: 'oauth2',
      description: scheme.description,
      flows: {
        authorizationCode: {
          authorizationUrl: provider.authorization_endpoint,
          tokenUrl: provider.token_endpoint,
          scopes: { openid: 'who you are' },
        },
      },
    }));

  // An identity provider that does not answer is not offered.
  const withCodeFlows = (api) => {
    const schemes = api.components.securitySchemes;
    const signIns = Object.keys(schemes).filter((name) => schemes[name].type === 'openIdConnect');
    const replace = (name) =>
      codeFlow(schemes[name]).then(
        (scheme) => (schemes[name] = scheme),
        (failure) => {
          console.warn(failure.message);
          delete schemes[name];
        },
      );
    return Promise.all(signIns.map(replace)).then(() => api);
  };

  // One is somebody of one tenant at a time: a request carries one token, and it should be clear whose.
  const oneAtATime = (system) => {
    const leaveOthers = (names) => {
      const others = system.authSelectors.authorized().keySeq().toArray().filter((name) => !names.includes(name));
      if (others.length > 0) {
        system.authActions.logout(others);
      }
    };
    return {
      statePlugins: {
        auth: {
          wrapActions: {
            authorize: (original) => (schemes) => {
              leaveOthers(Object.keys(schemes));
              return original(schemes);
            },
            authorizeOauth2: (original) => (signedIn) => {
              leaveOthers([signedIn.auth.name]);
              return original(signedIn);
            },
          },
        },
      },
    };
  };

  const show = (api, settings) => {
    const reference = SwaggerUIBundle({
      spec: api,
      dom_id: '#reference',
      presets: [SwaggerUIBundle.presets.apis],
      plugins: [oneAtATime],
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
  };

  Promise.all([readJson('/openapi.json').then(withCodeFlows), readJson('/docs/settings.json')])
    .then(([api, settings]) => show(api, settings))
    .catch((failure) => {
      document.getElementById('reference').textContent = 'The reference could not be loaded. ' + failure.message;
    });
})();
