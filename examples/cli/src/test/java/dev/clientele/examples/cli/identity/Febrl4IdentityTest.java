package dev.clientele.examples.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.examples.cli.Run;
import dev.clientele.examples.cli.Shared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** FEBRL 4 from the command line: 5,000 people and a corrupted copy of each, with blanks after the commas. */
class Febrl4IdentityTest {

    @TempDir
    private Path folder;

    @Test
    void both_files_are_linked_from_the_mapping_alone() throws Exception {
        List<String> truth = new ArrayList<>(List.of("original,copy"));
        for (int person = 0; person < 5_000; person++) {
            truth.add("rec-" + person + "-org,rec-" + person + "-dup-0");
        }
        Path pairs = Files.write(folder.resolve("truth.csv"), truth);
        for (String mode : List.of("", "--across", "--one-to-one")) {
            List<String> arguments = new ArrayList<>(List.of(
                    "identity",
                    "--records",
                    Shared.data("febrl4/dataset4a.csv").toString(),
                    "--records",
                    Shared.data("febrl4/dataset4b.csv").toString(),
                    "--id",
                    "rec_id",
                    "--map",
                    "given=given_name,family=surname,number=street_number,street=address_1,street=address_2,city=suburb,"
                            + "postcode=postcode,region=state,birthdate=date_of_birth,id=soc_sec_id",
                    "--truth",
                    pairs.toString(),
                    "--json"));
            if (!mode.isEmpty()) {
                arguments.add(mode);
            }
            Run run = Run.of(arguments.toArray(String[]::new));
            assertThat(run.exitCode()).as(run.err()).isZero();
            JsonNode report = run.json();

            assertThat(report.get("f1").asDouble()).as(mode).isGreaterThanOrEqualTo(0.999);
            assertThat(report.get("truePairs").asInt()).isEqualTo(5_000);
        }
    }
}
