"""People with a role: officers, approvers, focal points, partners, auditors, administrators."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class People(BaseUserManager["Person"]):
    """How Django finds a person by what they sign in with."""


class Person(AbstractBaseUser):
    """Somebody who acts. What a role may do stands in `facts/access`, not here."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=40)
    """A key of `facts/access/roles.yaml`."""
    language = models.CharField(max_length=2, default="en")
    country = models.CharField(max_length=2, blank=True)
    """ISO code; of a focal point the Party that they speak for."""
    body = models.ForeignKey(
        "register.Body", null=True, on_delete=models.PROTECT, related_name="people"
    )
    """The partner to which they belong."""
    is_active = models.BooleanField(default=True)

    objects = People()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name", "role"]

    def __str__(self) -> str:
        return self.name


class Token(models.Model):
    """What lets a program act for a person; only its digest is kept."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=120)
    """What it is for."""
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name
