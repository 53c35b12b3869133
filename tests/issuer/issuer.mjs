// An issuer for the journeys of sign-in: a certified OpenID provider in a process with a clock of its own. Whoever
// starts it (provider.mjs) tells it by messages what it is to do wrong.

import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";

const { clock, ...settings } = JSON.parse(process.env.ISSUER);
const realNow = Date.now;
Date.now = () => realNow() + clock * 1000;
// Only now: it takes the time from here.
const { default: Provider } = await import("oidc-provider");

// What it remembers, whatever keys it signs with.
const kept = new Map();

class Memory {
  constructor(model) {
    this.model = model;
  }
  all() {
    return [...kept].filter(([key]) => key.startsWith(`${this.model}:`));
  }
  async find(id) {
    const found = kept.get(`${this.model}:${id}`);
    return found && found.until > Date.now() ? found.payload : undefined;
  }
  async findByUid(uid) {
    return this.all().map(([, { payload }]) => payload).find((payload) => payload.uid === uid);
  }
  async upsert(id, payload, seconds = 3600) {
    kept.set(`${this.model}:${id}`, { payload, until: Date.now() + seconds * 1000 });
  }
  async consume(id) {
    kept.get(`${this.model}:${id}`).payload.consumed = Math.floor(Date.now() / 1000);
  }
  async destroy(id) {
    kept.delete(`${this.model}:${id}`);
  }
  async revokeByGrantId(grantId) {
    for (const [key, { payload }] of this.all()) if (payload.grantId === grantId) kept.delete(key);
  }
}

let state = { roles: { robin: ["AdminAgent"], kim: ["SalesAgent"] }, audience: settings.audience };
let keys = [key()];
let handle = (_, response) => response.writeHead(503).end();
let requests = [];

const server = createServer((request, response) => {
  requests.push(`${request.method} ${request.url}`);
  if (state.isDown) return response.writeHead(503).end();
  const [, uid] = /^\/interaction\/([\w-]+)/.exec(request.url) ?? [];
  return uid ? interact(request, response) : handle(request, response);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;
let provider = provide();

process.on("message", ({ id, rotate, ...wanted }) => {
  state = { ...state, ...wanted };
  if (rotate) {
    keys = [key()];
    provider = provide();
  }
  process.send({ id, requests: requests.splice(0) });
});
process.send({ issuer });

function key() {
  // Through text: in Node 20 the collector of garbage waits for ever for the export of a key that it has just generated.
  const encoding = { type: "pkcs8", format: "pem" };
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048, privateKeyEncoding: encoding });
  const kid = `key-${Math.random().toString(36).slice(2)}`;
  return { ...createPrivateKey(privateKey).export({ format: "jwk" }), kid, alg: "RS256", use: "sig" };
}

function provide() {
  const { redirect, seconds, refresh } = settings;
  const made = new Provider(issuer, {
    adapter: Memory,
    jwks: { keys },
    clients: [{
      client_id: "prorata",
      token_endpoint_auth_method: "none",
      redirect_uris: [redirect],
      post_logout_redirect_uris: [redirect],
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
    }],
    scopes: ["openid", "profile", "offline_access"],
    claims: { openid: ["sub"], profile: ["name", "roles"] },
    conformIdTokenClaims: false,
    cookies: { keys: ["a key of the tests"] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => state.audience,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, audience) => ({
          scope: "Records",
          audience,
          accessTokenFormat: "jwt",
          accessTokenTTL: seconds,
          jwt: { sign: { alg: "RS256" } },
        }),
      },
    },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...claims(sub) }) }),
    extraTokenClaims: (_, token) => claims(token.accountId),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    issueRefreshToken: () => refresh,
    loadExistingGrant,
    rotateRefreshToken: true,
    ttl: { AccessToken: seconds, IdToken: seconds, Session: 3600, Grant: 3600, Interaction: 3600, RefreshToken: 3600 },
  });
  handle = made.callback();
  return made;
}

function claims(name) {
  return { name: `${name[0].toUpperCase()}${name.slice(1)}`, roles: state.roles[name] ?? [], tid: settings.partner };
}

// Whoever signs in has agreed.
async function loadExistingGrant(context) {
  const { client, session, provider: own } = context.oidc;
  const known = context.oidc.result?.consent?.grantId ?? session.grantIdFor(client.clientId);
  const grant = known ? await own.Grant.find(known) : new own.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope("openid profile offline_access");
  grant.addResourceScope(state.audience, "Records");
  await grant.save();
  return grant;
}

async function interact(request, response) {
  if (request.method === "POST") {
    let body = "";
    for await (const part of request) body += part;
    const name = new URLSearchParams(body).get("name");
    const result = name === "" ? { error: "access_denied", error_description: "No." } : { login: { accountId: name } };
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }
  page(response, `<form method="post"><label>Name <input name="name"></label><button>Sign in there</button></form>`);
}

function page(response, content) {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Issuer</title><link rel="icon" href="data:,">${content}`;
  response.writeHead(200, { "Content-Type": "text/html" }).end(html);
}

function logoutSource(context, form) {
  context.body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Issuer</title><link rel="icon" href="data:,">${form}
    <button form="op.logoutForm" name="logout" value="yes">Sign out there</button>`;
}

function postLogoutSuccessSource(context) {
  context.body = "<!doctype html><title>Issuer</title><p>Signed out.";
}
