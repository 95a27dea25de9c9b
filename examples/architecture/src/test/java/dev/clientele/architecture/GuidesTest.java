package dev.clientele.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guides are programs that compile, run, and print what they say. */
class GuidesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".github/guides/csv.md",
                ".github/guides/identity.md",
                ".github/guides/transactions.md",
                ".github/guides/types-and-schemas.md",
                "crm-b2c/README.md"
            })
    void the_code_of_a_guide_runs_and_prints_what_it_says(String guide) throws Exception {
        GuideProgram program = GuideProgram.of(Project.here().root().resolve(guide));

        assertThat(program.said()).isNotEmpty();
        assertThat(program.run(folder)).isEqualTo(program.said());
    }

    @Test
    void the_first_lines_of_the_readme_run_with_the_imports_that_it_shows() throws Exception {
        assertThat(GuideProgram.of(Project.here().root().resolve("README.md")).run(folder))
                .isEmpty();
    }
}
