import pytest

from pipelines.cli import main


def test_a_missing_landing_folder_is_one_line_with_the_way_out(tmp_path, capsys):
    assert main(["run", "--data-dir", str(tmp_path / "data"), "--landing", str(tmp_path / "none")]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert "none does not exist" in captured.err
    assert "entente run --sample" in captured.err


def test_a_setting_that_cannot_be_used_is_one_line(monkeypatch, capsys):
    monkeypatch.setenv("ENTENTE_START_DATE", "soon")
    assert main(["run", "--sample"]) == 1
    assert capsys.readouterr().err.startswith("entente: ENTENTE_START_DATE is 'soon'")


def test_the_sample_takes_no_landing_of_its_own(tmp_path, capsys):
    assert main(["run", "--sample", "--landing", str(tmp_path)]) == 1
    assert "leave out --landing" in capsys.readouterr().err


def test_an_empty_landing_path_is_not_the_current_folder(capsys):
    assert main(["run", "--landing", ""]) == 1
    assert "empty path" in capsys.readouterr().err


def test_output_that_cannot_be_written_says_what_to_do(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("제목\n한 줄이다.", encoding="utf-8")
    (tmp_path / "taken").write_text("")
    assert main(["read", str(tmp_path / "a.txt"), "--out", str(tmp_path / "taken")]) == 1
    assert "a file stands where a folder belongs" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["run", "--from", "June"], ["ui", "--port", "0"], ["fly"]])
def test_wrong_words_exit_with_2(words, capsys):
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2
    assert "usage: entente" in capsys.readouterr().err


def test_help_shows_what_to_type(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    assert "entente run --sample" in capsys.readouterr().out
