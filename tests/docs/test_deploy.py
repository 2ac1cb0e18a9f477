"""The proxy files of the documentation hold: the proxy accepts them, and a request through it is answered."""

import datetime
import json
import shutil
import ssl
import subprocess
import time
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from served import founded, free_port, serving

DEPLOY = Path(__file__).resolve().parents[2] / "docs" / "deploy"
NAME = "buy.example.gov.cn"
PATIENCE = 30


def needs(program):
    """Skips in words where a proxy is not installed."""
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed here")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for the name of the examples, and its key."""
    folder = tmp_path_factory.mktemp("tls")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "fullchain.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "key.pem").write_bytes(private)
    return folder


def nginx_file(folder, certificate, *, port, back, path="/"):
    """The example of the documentation with the ports and places of a test."""
    text = (DEPLOY / "nginx.conf").read_text()
    for ours, tests in (
        ("127.0.0.1:8000", f"127.0.0.1:{back}"),
        ("listen 80;", f"listen 127.0.0.1:{free_port()};"),
        ("listen [::]:80;", ""),
        ("listen 443", f"listen 127.0.0.1:{port}"),
        ("listen [::]:443 ssl http2;", ""),
        ("/etc/ssl/daylight", str(certificate)),
        ("/var/log/nginx", str(folder)),
        ("/run/nginx.pid", f"{folder}/nginx.pid"),
        ("location / {", f"location {path} {{"),
        ("location ~ ^/api", f"location ~ ^{path}api"),
        ("worker_processes auto", "worker_processes 1"),
    ):
        assert ours in text, ours
        text = text.replace(ours, tests)
    (folder / "nginx.conf").write_text(text)
    return ["nginx", "-e", f"{folder}/early.log", "-c", f"{folder}/nginx.conf", "-g", "daemon off;"]


def caddy_file(folder, certificate, *, port, back):
    text = (DEPLOY / "Caddyfile").read_text()
    for ours, tests in (
        ("127.0.0.1:8000", f"127.0.0.1:{back}"),
        (f"{NAME} {{", f"https://{NAME}:{port} {{\n\ttls {certificate}/fullchain.pem {certificate}/key.pem"),
        ("admin off", f"admin off\n\thttp_port {free_port()}\n\tauto_https disable_redirects"),
    ):
        assert ours in text, ours
        text = text.replace(ours, tests)
    (folder / "Caddyfile").write_text(text)
    return ["caddy", "run", "--config", f"{folder}/Caddyfile", "--adapter", "caddyfile"]


def told(words):
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=PATIENCE)


@needs("nginx")
def test_nginx_accepts_the_file(tmp_path, certificate):
    done = told([*nginx_file(tmp_path, certificate, port=free_port(), back=free_port()), "-t"])
    assert done.returncode == 0, done.stderr


@needs("caddy")
def test_caddy_accepts_the_file():
    done = told(["caddy", "validate", "--config", str(DEPLOY / "Caddyfile"), "--adapter", "caddyfile"])
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("proxy", "path"),
    [
        pytest.param("nginx", "/", marks=needs("nginx")),
        pytest.param("nginx", "/sub/", marks=needs("nginx")),
        pytest.param("caddy", "/", marks=needs("caddy")),
    ],
)
def test_a_world_is_reached_through_the_proxy(tmp_path, certificate, proxy, path):
    public = f"https://{NAME}{path}".rstrip("/")
    more = {"DAYLIGHT_ADDRESS": public, "DAYLIGHT_PROXIES": "127.0.0.1"}
    with serving(founded(tmp_path / "world"), **more) as (base, _):
        port, back = free_port(), base.rpartition(":")[2]
        files = nginx_file if proxy == "nginx" else caddy_file
        where = {"path": path} if proxy == "nginx" else {}
        words = files(tmp_path, certificate, port=port, back=back, **where)
        running = subprocess.Popen(
            words, env={"HOME": str(tmp_path), "PATH": "/usr/sbin:/usr/bin:/bin"}, stderr=subprocess.DEVNULL
        )
        try:
            looked_at(f"https://127.0.0.1:{port}{path}", public, certificate)
        finally:
            running.terminate()
            running.wait(PATIENCE)
    log = tmp_path / "access.log"
    assert "/api/vault" not in (log.read_text() if log.exists() else "")


def looked_at(base, public, certificate):
    """What a reader sees through the proxy."""
    trust = ssl.create_default_context(cafile=str(certificate / "fullchain.pem"))
    named = {"sni_hostname": NAME}
    with httpx.Client(base_url=base, verify=trust, headers={"Host": NAME}, timeout=10) as client:

        def ask(method, path, **more):
            return client.request(method, path, extensions=named, **more)

        until = time.monotonic() + PATIENCE
        while True:
            try:
                page = ask("GET", "zh/")
                break
            except httpx.TransportError:
                assert time.monotonic() < until
                time.sleep(0.05)
        assert page.status_code == 200
        assert page.headers["strict-transport-security"]
        assert f'<link rel="canonical" href="{public}/zh/">' in page.text
        assert ask("GET", "ocds/feed").json()["uri"] == f"{public}/ocds/feed"
        style = page.text.partition('rel="stylesheet" href="')[2].partition('"')[0]
        assert ask("GET", f"https://127.0.0.1:{httpx.URL(base).port}{style}").status_code == 200
        refused = ask("PUT", "api/vault", content=b"x")
        assert (refused.status_code, set(refused.json())) == (400, {"zh", "en", "detail"})
        assert ask("POST", "api/intents", content=b"{}").status_code == 400
        assert ask("PUT", "api/vault", content=b"x" * 6_000_000).status_code in (400, 413)
        assert json.loads(ask("GET", "api/world").content)["log"]
