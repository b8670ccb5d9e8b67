from datetime import date
from pathlib import Path

import pytest

from pipelines.settings import SettingsError, load_settings


def test_what_the_caller_says_wins_over_the_environment_and_that_over_the_defaults(tmp_path):
    environment = {"ENTENTE_DATA_DIR": "/srv/entente", "ENTENTE_START_DATE": "2021-05-01"}
    settings = load_settings(environment, data_dir=tmp_path, landing=None)
    assert settings.data_dir == tmp_path
    assert settings.start_date == date(2021, 5, 1)
    assert settings.landing_roots == (tmp_path / "landing",)
    assert load_settings({}).start_date == date(2016, 1, 1)


def test_several_landing_places_are_separated_as_in_path():
    assert load_settings({"ENTENTE_LANDING": "/a:/b"}).landing_roots == (Path("/a"), Path("/b"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ENTENTE_START_DATE", "yesterday"),
        ("ENTENTE_MAX_PAGE_BYTES", "0"),
        ("ENTENTE_MAX_PAGE_BYTES", "16MB"),
        ("ENTENTE_REJECT_TOLERANCE", "2"),
        ("ENTENTE_LLM_MAX_REQUESTS", "0"),
        ("ENTENTE_LLM_TIMEOUT", "soon"),
    ],
)
def test_a_value_that_cannot_be_used_names_its_variable_and_what_would_do(name, value):
    with pytest.raises(SettingsError, match=f"{name} is '{value}', but must be a"):
        load_settings({name: value})


def test_everything_that_is_written_lies_under_the_data_dir(tmp_path):
    settings = load_settings({}, data_dir=tmp_path)
    written = [
        settings.lake_dir,
        settings.staging_dir,
        settings.warehouse,
        settings.published_dir,
        settings.data_docs_dir,
        settings.dagster_home,
        settings.dbt_target_dir,
    ]
    assert all(path.is_relative_to(tmp_path) for path in written)
    assert len(set(written)) == len(written)


def test_no_language_model_is_asked_unless_somebody_says_so():
    assert load_settings({}).extractors == ("frames",)
    only_an_endpoint = {"ENTENTE_LLM_URL": "https://models.example/v1", "ENTENTE_LLM_MODEL": "m"}
    assert load_settings(only_an_endpoint).extractors == ("frames",)
    both = load_settings({"ENTENTE_EXTRACTORS": " language_model, frames,frames"})
    assert both.extractors == ("language_model", "frames")


def test_a_key_is_shown_by_no_representation_and_goes_to_other_processes_only_as_they_inherit_it():
    settings = load_settings({"ENTENTE_LLM_KEY": "sk-hidden"})
    assert settings.llm_key == "sk-hidden"
    assert "sk-hidden" not in f"{settings!r} {settings} {settings.environment()}"


def test_the_settings_of_another_process_are_the_same(tmp_path):
    given = {
        "ENTENTE_EXTRACTORS": "frames,language_model",
        "ENTENTE_LLM_URL": "http://10.0.0.5/v1",
        "ENTENTE_LLM_MODEL": "m",
        "ENTENTE_LLM_ALLOW_HTTP": "yes",
        "ENTENTE_LLM_MAX_REQUESTS": "7",
        "ENTENTE_LLM_MAX_TOKENS": "70000",
        "ENTENTE_LLM_REQUESTS_PER_MINUTE": "3",
        "ENTENTE_LLM_CONCURRENCY": "2",
        "ENTENTE_LLM_TIMEOUT": "9",
    }
    settings = load_settings(given, data_dir=tmp_path, landing=(tmp_path,))
    assert (settings.llm_max_requests, settings.llm_timeout, settings.llm_allow_http) == (7, 9, True)
    assert load_settings(settings.environment()) == settings
