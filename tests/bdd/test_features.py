"""Every scenario of `features/`, each as one test."""

from pytest_bdd import scenarios

scenarios(".")
