'use strict';

// Swagger UI's own redirect page has its script inline, which our content security policy forbids. This one hands the
// answer of the identity provider to the window that asked for it, and refuses an answer to another question.
(function () {
  const asked = window.opener && window.opener.swaggerUIRedirectOauth2;
  if (!asked) {
    document.getElementById('outcome').textContent = 'Nobody asked to sign in. Open the reference and try again.';
    return;
  }
  const answer = new URLSearchParams(window.location.search);
  const failed = (message) =>
    asked.errCb({ authId: asked.auth.name, source: 'auth', level: 'error', message });

  if (answer.get('state') !== asked.state) {
    failed('The answer does not belong to this sign-in.');
  } else if (answer.get('code')) {
    delete asked.state;
    asked.auth.code = answer.get('code');
    asked.callback({ auth: asked.auth, redirectUrl: asked.redirectUrl });
  } else {
    failed(answer.get('error_description') || answer.get('error') || 'The identity provider sent no code.');
  }
  window.close();
})();
