"""Every setting of the house, read once from the environment; the page of settings is made of
it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

DEVELOPMENT_KEY = "only-for-trying-out-on-this-machine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """The settings, each with its default."""

    database: str = "sqlite:///whimbrel.sqlite3"
    """`WHIMBREL_DATABASE`: where the record is kept, as an address: `sqlite:///FILE` or
    `postgres://USER@HOST:PORT/NAME`."""
    ledger_head: str = ""
    """`WHIMBREL_LEDGER_HEAD`: the file that holds the number and hash of the newest line of the
    ledger. Empty: beside an SQLite database, else in the current folder."""
    spool: str = ""
    """`WHIMBREL_SPOOL`: the folder in which spreadsheets wait, for a day at most, while somebody
    looks at what they would bring in. Empty: beside the ledger's head."""
    secret_key: str = DEVELOPMENT_KEY
    """`WHIMBREL_SECRET_KEY`: what sessions are signed with. Set your own before others sign in."""
    hosts: str = "localhost,127.0.0.1"
    """`WHIMBREL_HOSTS`: the names under which the pages are asked for, with commas between."""
    https: bool = False
    """`WHIMBREL_HTTPS`: `1` where the pages are served over HTTPS: cookies then travel by no other
    way."""
    oidc_name: str = "Single sign-on"
    """`WHIMBREL_OIDC_NAME`: what the button is called that signs in through an OpenID Connect
    provider. It shows only where the three settings below are set."""
    oidc_url: str = ""
    """`WHIMBREL_OIDC_URL`: the address of the provider, without `/.well-known`. The page that asks
    people to sign in must stand at the same host."""
    oidc_client: str = ""
    """`WHIMBREL_OIDC_CLIENT`: the name under which the provider knows this house."""
    oidc_secret: str = ""
    """`WHIMBREL_OIDC_SECRET`: the secret that the provider gave for it."""
    mail: str = ""
    """`WHIMBREL_MAIL`: the server that sends mail, as an address: `smtp+tls://USER:WORD@HOST:587`,
    `smtps://USER:WORD@HOST:465`, or `smtp://HOST:25` inside the house. Empty: no mail is sent, and
    reminders stand on the desk only."""
    mail_from: str = "whimbrel@localhost"
    """`WHIMBREL_MAIL_FROM`: whom the mail is from."""
    address: str = "http://localhost:8000"
    """`WHIMBREL_ADDRESS`: where the house is found from outside: links in mail begin with it."""
    api_rate: str = "600"
    """`WHIMBREL_API_RATE`: requests a minute for each token, and each person in a browser, at
    `/api/`; an address without either gets a fifth of it. `0` counts nobody."""
    debug: bool = False
    """`WHIMBREL_DEBUG`: `1` shows errors in full to whoever meets them. Never on a server."""

    @classmethod
    def read(cls, values: Mapping[str, str]) -> "Environment":
        """The settings as the environment gives them. ValueError names a value that is none."""
        given: dict[str, str | bool] = {}
        for one in fields(cls):
            name = f"WHIMBREL_{one.name.upper()}"
            if name not in values:
                continue
            given[one.name] = yes(name, values[name]) if one.type is bool else values[name]
        made = cls(**given)  # type: ignore[arg-type]
        if "://" not in made.database:
            told = "write sqlite:///FILE, or postgres://USER@HOST/NAME"
            raise ValueError(f"WHIMBREL_DATABASE is {made.database!r}: {told}")
        return made

    @property
    def rate(self) -> int:
        """Requests a minute. ValueError where it is no number."""
        if not self.api_rate.isdecimal():
            raise ValueError(f"WHIMBREL_API_RATE is {self.api_rate!r}: write a number")
        return int(self.api_rate)

    @property
    def head(self) -> Path:
        """The file of the ledger's head."""
        if self.ledger_head:
            return Path(self.ledger_head)
        kept = Path(self.database.removeprefix("sqlite:///"))
        return (
            kept.with_suffix(".head")
            if self.database.startswith("sqlite")
            else Path("whimbrel.head")
        )

    @property
    def spool_folder(self) -> Path:
        """The folder of the spool."""
        return Path(self.spool) if self.spool else self.head.with_suffix(".spool")


def yes(name: str, value: str) -> bool:
    """A setting that is on or off."""
    known = {
        "1": True,
        "true": True,
        "yes": True,
        "0": False,
        "false": False,
        "no": False,
        "": False,
    }
    if value.lower() not in known:
        raise ValueError(f"{name} is {value!r}: write 1 for yes or 0 for no")
    return known[value.lower()]
