from pipelines.evaluation import GoldArticle, KnownName, names_of_one_story, random_names

KNOWN = [
    KnownName("org-garam", "org", ("가람", "Garam Corp")),
    KnownName("org-mirinae", "org", ("미리내",)),
    KnownName("person-garam", "person", ("가람",)),
    KnownName("org-absent", "org", ("없음",)),
]


def article(name, story, *forms):
    entities = [{"canonical": form, "type": "org", "surface_forms": []} for form in forms]
    return GoldArticle(name, {"text": "", "story": story}, {"entities": entities})


def test_a_story_is_read_without_the_names_that_no_other_story_has():
    articles = [article("1", "a", "Garam", "미리내"), article("2", "a", "미리내"), article("3", None, "미리내")]
    assert names_of_one_story(articles, KNOWN) == {
        "1": frozenset({"org-garam"}),
        "2": frozenset({"org-garam"}),
        "3": frozenset(),
    }


def test_articles_without_a_story_are_stories_of_their_own():
    articles = [article("1", None, "가람"), article("2", None, "미리내")]
    assert names_of_one_story(articles, KNOWN) == {"1": frozenset({"org-garam"}), "2": frozenset({"org-mirinae"})}


def test_a_share_of_all_drops_every_name_of_the_story_and_a_share_of_none_drops_nothing():
    articles = [article("1", "a", "가람", "미리내")]
    assert random_names(articles, KNOWN, 1.0, 1) == {"1": frozenset({"org-garam", "org-mirinae"})}
    assert random_names(articles, KNOWN, 0.0, 1) == {"1": frozenset()}


def test_the_draw_depends_on_the_seed_and_not_on_the_order():
    known = [KnownName(f"org-{n}", "org", (f"회사{n}",)) for n in range(200)]
    articles = [article("1", "a", *(f"회사{n}" for n in range(200)))]
    drawn = random_names(articles, known, 0.5, 1)["1"]
    assert drawn == random_names(articles, known[::-1], 0.5, 1)["1"]
    assert drawn != random_names(articles, known, 0.5, 2)["1"]
    assert 70 < len(drawn) < 130
