// A certified OpenID Connect provider on loopback, for the tests of signing in. Settings come as one JSON object in the first argument:
//   port, site (the address of the site), inIdToken (true: groups stand in the id token, else only in /userinfo), clientAuth (basic, post or none)
// Whoever signs in with the login "ada" is in the group it-support; everybody else in none. Any password will do.
// POST /test/tamper?with=KIND does something to every id token from then on; POST /test/rotate draws new keys; POST /test/discovery?is=KIND lies.
import { createServer } from 'node:http';
import { createHmac, createPublicKey, createPrivateKey } from 'node:crypto';
import Provider from 'oidc-provider';
import * as jose from 'jose';

const settings = JSON.parse(process.argv[2]);
const issuer = `http://localhost:${settings.port}`;
const clientId = 'knowledge-commons';
const auth = { basic: 'client_secret_basic', post: 'client_secret_post', none: 'none' }[settings.clientAuth ?? 'basic'];

const state = { tamper: '', discovery: '', kept: '' };

async function newKey() {
  const { privateKey } = await jose.generateKeyPair('RS256', { extractable: true });
  return { ...(await jose.exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: crypto.randomUUID() };
}

function providerWith(key) {
  const provider = new Provider(issuer, {
    clients: [{
      client_id: clientId,
      ...(auth === 'none' ? {} : { client_secret: 'a secret of 32 characters or more' }),
      token_endpoint_auth_method: auth,
      redirect_uris: [`${settings.site}/sign-in/callback`],
      post_logout_redirect_uris: [`${settings.site}/sign-out`],
      backchannel_logout_uri: `${settings.site}/sign-out/back-channel`,
      backchannel_logout_session_required: true
    }],
    jwks: { keys: [key] },
    cookies: { keys: ['only for tests'] },
    claims: { openid: ['sub'], profile: ['name', 'groups'] },
    conformIdTokenClaims: !settings.inIdToken,
    features: { backchannelLogout: { enabled: true } },
    // It tells no address on loopback that somebody signed out, unless its guard against that is left out.
    fetch: (url, { dispatcher, ...options }) => fetch(url, options),
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: id === 'ada' ? 'Ada Lovelace' : id, groups: id === 'ada' ? ['it-support', 'london'] : [] })
    }),
    // This site is the company's own: nobody is asked whether it may know who they are.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 3600, AuthorizationCode: 60, IdToken: 3600, Interaction: 3600, Session: 3600, Grant: 3600 }
  });
  for (const event of ['backchannel.error', 'server_error']) provider.on(event, (...what) => console.error(event, ...what.filter(each => each instanceof Error)));
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.oidc?.route === 'token' && ctx.body?.id_token) ctx.body.id_token = await tampered(ctx.body.id_token, key);
  });
  return provider;
}

const sign = (claims, key, kid = key.kid) => jose.importJWK(key, 'RS256').then(used => new jose.SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(used));

async function tampered(token, key) {
  const claims = jose.decodeJwt(token);
  const now = Math.floor(Date.now() / 1000);
  const [head, body, signature] = token.split('.');
  switch (state.tamper) {
    case '': state.kept = token; return token;
    case 'replayed': return state.kept;
    case 'forged': return `${head}.${Buffer.from(JSON.stringify({ ...claims, sub: 'ada' })).toString('base64url')}.${signature}`;
    case 'unsigned': return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    case 'another-key': return sign(claims, await newKey(), key.kid);
    case 'public-key': {
      const open = createPublicKey(createPrivateKey({ key, format: 'jwk' })).export({ type: 'spki', format: 'pem' });
      const signed = `${Buffer.from(JSON.stringify({ alg: 'HS256', kid: key.kid })).toString('base64url')}.${body}`;
      return `${signed}.${createHmac('sha256', open).update(signed).digest('base64url')}`;
    }
    case 'expired': return sign({ ...claims, iat: now - 7200, exp: now - 3600 }, key);
    case 'early': return sign({ ...claims, iat: now + 3600, nbf: now + 3600, exp: now + 7200 }, key);
    case 'another-audience': return sign({ ...claims, aud: 'another-site' }, key);
    case 'another-issuer': return sign({ ...claims, iss: 'https://evil.example' }, key);
    case 'another-nonce': return sign({ ...claims, nonce: 'another' }, key);
    default: throw new Error(`no such tampering: ${state.tamper}`);
  }
}

let answer = providerWith(await newKey()).callback();

async function discovery(request, response) {
  switch (state.discovery) {
    case 'hangs': return true;
    case 'another-issuer': response.setHeader('content-type', 'application/json'); response.end(JSON.stringify({ issuer: 'https://evil.example', jwks_uri: `${issuer}/jwks` })); return true;
    case 'unsafe-token-endpoint': response.setHeader('content-type', 'application/json'); response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/jwks`, authorization_endpoint: `${issuer}/auth`, token_endpoint: 'http://evil.example/token' })); return true;
    case 'is-no-json': response.end('<html>'); return true;
    case 'leads-away': response.writeHead(302, { location: 'https://evil.example/' }); response.end(); return true;
    default: return false;
  }
}

createServer(async (request, response) => {
  const url = new URL(request.url, issuer);
  if (request.method === 'POST' && url.pathname.startsWith('/test/')) {
    if (url.pathname === '/test/tamper') state.tamper = url.searchParams.get('with') ?? '';
    if (url.pathname === '/test/discovery') state.discovery = url.searchParams.get('is') ?? '';
    if (url.pathname === '/test/rotate') answer = providerWith(await newKey()).callback();
    response.end();
    return;
  }
  if (url.pathname === '/.well-known/openid-configuration' && await discovery(request, response)) return;
  answer(request, response);
}).listen(settings.port, '127.0.0.1', () => console.log('ready'));

// The tests hold the other end: when they are gone, so is this.
process.stdin.on('end', () => process.exit(0)).resume();
