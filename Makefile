# The commands of the project. README.md says what they are for.
.PHONY: figures test test-long sanitize build-sanitize lint golden tables bench fuzz packages build site test-web clean

BUILD := build
SITE := $(BUILD)/site

figures: build
	$(BUILD)/cairn render samples/stories-project/figures.yaml --out $(BUILD)/figures

packages:
	@.ci/install

$(BUILD)/build.ninja: | packages
	cmake --preset release

build: packages $(BUILD)/build.ninja
	cmake --build $(BUILD) --target cairn

test: packages $(BUILD)/build.ninja
	cmake --build $(BUILD)
	ctest --test-dir $(BUILD) --output-on-failure --parallel 2

# The same tests by Clang with the address and undefined-behaviour sanitizers, without those that take longest.
sanitize: build-sanitize
	ctest --test-dir $(BUILD)/sanitize --output-on-failure --parallel 2 --label-exclude long

build-sanitize: packages
	cmake --preset sanitize
	cmake --build $(BUILD)/sanitize

# What takes longer than a change should wait for: Clang's static analyser, and the sanitizers in all tests.
test-long: build-sanitize $(BUILD)/build.ninja
	@.ci/lint --analyse
	ctest --test-dir $(BUILD)/sanitize --output-on-failure --parallel 2

# The sample site with its figures, built by Hugo: build/site/public/.
site: build
	rm -rf $(SITE)
	mkdir -p $(SITE)
	cp -r samples/site $(SITE)/source
	mkdir -p $(SITE)/source/data
	$(BUILD)/cairn render samples/stories-project/figures.yaml --lang en,gd --out $(SITE)/source/static/images
	mkdir -p $(SITE)/source/data/gd
	mv $(SITE)/source/static/images/figures.json $(SITE)/source/data/
	mv $(SITE)/source/static/images/gd/figures.json $(SITE)/source/data/gd/
	hugo --source $(SITE)/source --destination ../public

# The site, the gallery, the HTML files and every sample in a browser: accessibility, narrow screens, large text,
# validity.
test-web: site
	$(BUILD)/cairn gallery samples/stories-project/figures.yaml --lang en,gd --out $(BUILD)
	$(BUILD)/cairn render samples/*/figures.yaml --format svg,png,html --out $(BUILD)/samples
	@tests/web/run

lint: packages $(BUILD)/build.ninja
	@.ci/lint

# Renews the golden files and prints what changed. Look at the pictures before you commit.
golden: build
	cmake --build $(BUILD) --target test_golden
	@tests/golden/renew

# Writes the tables in docs/ that are made from the program's own lists.
tables: build
	cmake --build $(BUILD) --target test_whole
	CAIRN_RENEW_TABLES=1 $(BUILD)/tests/test_whole --run_test=kinds

bench: packages $(BUILD)/build.ninja
	cmake --build $(BUILD) --target bench_main_job
	$(BUILD)/tests/bench_main_job

# Gives the readers of tables bytes of libFuzzer's making, a minute each; what it finds stands in build/fuzz/.
fuzz: packages
	cmake --preset fuzz
	cmake --build $(BUILD)/fuzz --target fuzz_delimited fuzz_heading fuzz_condition fuzz_spreadsheet
	cd $(BUILD)/fuzz && for name in delimited heading condition spreadsheet; do \
	    seeds=../../tests/fuzz/seeds/$$name; test -d $$seeds || seeds=../../tests/input/published; \
	    mkdir -p corpus/$$name && tests/fuzz_$$name -max_total_time=60 corpus/$$name $$seeds || exit 1; done

clean:
	rm -rf $(BUILD)
