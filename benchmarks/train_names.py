"""Trains the model of names that `pipelines.entities.tag_names` reads with, and prints its F1 on unseen sentences.

    python benchmarks/train_names.py --ner klue_ner.tsv --konec konec.tsv --forms konec_ne_form_label_freq.tsv \
        --out data/models/names/names.model

`--ner` and `--konec` hold the same sentences with the labels of KLUE-NER and of konec (format: names_corpus.py);
`--forms` counts konec's forms by label, of which only those of its training part are used. Sentences are dealt into
five folds in turn; each fold is read by a model that was trained on the other four, and a span counts when both ends
and the label agree. The model that is written is trained on all. The same files give the same model, on one machine.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite
from morpheme_clusters import morpheme_clusters
from names_corpus import Span, TaggedSentence, read_forms, read_sentences, score

from pipelines.entities.morphology import analyze
from pipelines.entities.name_forms import NameForms
from pipelines.entities.tagging import ASIDE, LABELS, ModelParts, Tagger, pack
from pipelines.entities.tagging_features import sentence_features

FOLDS = 5
TRAINING = {"c1": 0.05, "c2": 0.01, "max_iterations": 60}
# classes of konec that make an organization or a place of its own sort, and those that are neither but look like it
SORTS = {
    "OGG_ECONOMY": "OGe",
    "OGG_SPORTS": "OGs",
    "OGG_POLITICS": "OGp",
    "OGG_MEDIA": "OGm",
    "LCP_COUNTRY": "LCc",
}
LOOKALIKES = ("CV", "EV", "AF")
MAX_BYTES = 10_000_000

Rows = tuple[list[int], list[list[str]]]


def training_labels(sentence: TaggedSentence, fine: TaggedSentence | None) -> list[str]:
    """One label for each character: KLUE-NER's, parted into sorts by konec's; konec's look-alikes where it has none."""
    labels = ["O"] * len(sentence.text)
    sorts: dict[int, str] = {}
    for start, end, label in fine.spans if fine is not None else ():
        sorts[start] = label
        if label[:2] in LOOKALIKES:
            _lay(labels, start, end, ASIDE + label[:2])
    for start, end, label in sentence.spans:
        sort = SORTS.get(sorts.get(start, ""), "")
        _lay(labels, start, end, sort if sort.startswith(label) else label)
    return labels


def _lay(labels: list[str], start: int, end: int, label: str) -> None:
    if end < len(labels) and labels[end].startswith("I-"):
        labels[end] = "B-" + labels[end][2:]
    for at in range(start, end):
        labels[at] = ("B-" if at == start else "I-") + label


def train(rows: Sequence[Rows], labels: Sequence[Sequence[str]]) -> bytes:
    """The weights of a model of these sentences."""
    trainer = pycrfsuite.Trainer("lbfgs", params=TRAINING, verbose=False)
    for (positions, features), row in zip(rows, labels, strict=True):
        trainer.append(features, [row[at] for at in positions])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "weights"
        trainer.train(str(path))
        return path.read_bytes()


def main() -> int:
    """Trains, prints F1 by label, writes the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ner", type=Path, required=True, help="sentences with the six labels of KLUE-NER")
    parser.add_argument("--konec", type=Path, required=True, help="the same sentences with konec's labels")
    parser.add_argument("--forms", type=Path, required=True, help="konec's forms with their frequencies")
    parser.add_argument("--out", type=Path, help="where to write the model; without it only the folds are measured")
    parser.add_argument("--no-folds", action="store_true", help="write the model without measuring it")
    options = parser.parse_args()
    sentences = read_sentences(options.ner)
    fine = {one.text: one for one in read_sentences(options.konec)}
    forms = tuple(read_forms(options.forms))
    clusters = morpheme_clusters()
    print(f"{len(sentences)} sentences, {len(forms)} forms, {len(clusters)} morphemes in clusters", flush=True)
    morphemes = [analyze(sentence.text) for sentence in sentences]
    listed = NameForms(forms)
    rows = [
        sentence_features(sentence.text, found, listed, clusters)
        for sentence, found in zip(sentences, morphemes, strict=True)
    ]
    labels = [training_labels(sentence, fine.get(sentence.text)) for sentence in sentences]
    if not options.no_folds:
        pairs: list[tuple[Sequence[Span], Sequence[Span]]] = []
        for fold in range(FOLDS):
            started = time.monotonic()
            inside = [n for n in range(len(sentences)) if n % FOLDS != fold]
            weights = train([rows[n] for n in inside], [labels[n] for n in inside])
            tagger = Tagger(ModelParts(weights, forms, clusters))
            part: list[tuple[Sequence[Span], Sequence[Span]]] = []
            for n in range(fold, len(sentences), FOLDS):
                got = [(span.start, span.end, span.label) for span in tagger.tag(sentences[n].text, morphemes[n])]
                part.append((sentences[n].spans, got))
            seconds = time.monotonic() - started
            print(f"fold {fold + 1}: F1 {score(part).f1():.4f}, {seconds:.0f} s", flush=True)
            pairs += part
        total = score(pairs)
        print(f"{FOLDS}-fold F1 {total.f1():.4f}  " + "  ".join(f"{x} {total.f1(x):.3f}" for x in LABELS), flush=True)
    if options.out is not None:
        model = pack(ModelParts(train(rows, labels), forms, clusters))
        if len(model) > MAX_BYTES:
            print(f"the model has {len(model)} bytes, more than {MAX_BYTES}", file=sys.stderr)
            return 1
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_bytes(model)
        print(f"{len(model)} bytes written to {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
