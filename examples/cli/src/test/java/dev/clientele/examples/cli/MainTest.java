package dev.clientele.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void without_a_command_the_arguments_are_wrong() {
        Run run = Run.of();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("A command is missing", "clientele --help");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void an_unknown_command_is_answered_with_a_likely_one() {
        Run run = Run.of("clw");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("clientele clv");
    }

    @Test
    void help_names_the_commands_and_the_exit_codes() {
        Run run = Run.of("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "clv",
                        "funnel",
                        "cohorts",
                        "rfm",
                        "basket",
                        "identity",
                        "Exit codes",
                        "the data cannot give one");
    }

    @Test
    void every_command_has_help() {
        assertThat(Run.of("help", "clv").out())
                .isEqualTo(Run.of("clv", "--help").out())
                .contains("--transactions=FILE", "--calibration-end=DAY");
    }

    @Test
    void the_version_is_told() {
        assertThat(Run.of("--version").out()).startsWith("clientele ");
    }
}
