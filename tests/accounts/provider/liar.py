"""A provider that lies, dawdles or babbles, as a test wants it to."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from tests.accounts.provider import CLIENT

KEY, OTHER_KEY = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))


class Liar:
    """Answers honestly but for what a test changes.

    :ivar claims: replace those of the ID token; None leaves one out.
    :ivar answers: replace whole answers by path: an object, bytes, a status or a function.
    """

    def __init__(self):
        self.claims, self.answers, self.key, self.algorithm = {}, {}, KEY, "RS256"
        liar = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                liar._answer(self)

            do_POST = do_GET

            def log_message(self, *_words):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def _answer(self, handler):
        path = handler.path.rpartition("/")[2]
        answer = self.answers.get(path, getattr(self, path.replace("-", "_")))
        if callable(answer):
            answer = answer()
        status = answer if isinstance(answer, int) else 200
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Location", "http://127.0.0.1:1/elsewhere")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    def openid_configuration(self):
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "token_endpoint_auth_methods_supported": ["client_secret_basic"],
        }

    def keys(self):
        public = json.loads(RSAAlgorithm.to_jwk(KEY.public_key()))
        return {"keys": [{**public, "kid": "one", "alg": "RS256"}]}

    def token(self):
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "sub": "17",
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "email": "ada@work.example",
            "email_verified": True,
            **self.claims,
        }
        claims = {name: value for name, value in claims.items() if value is not None}
        token = jwt.encode(claims, self.key, algorithm=self.algorithm, headers={"kid": "one"})
        return {"access_token": "opens-nothing", "token_type": "Bearer", "id_token": token}

    def userinfo(self):
        return {"sub": "17", "email": "ada@work.example", "email_verified": True}
