package dev.clientele.examples.cli.identity;

import dev.clientele.b2c.identity.linkage.LinkageRecord;
import dev.clientele.b2c.identity.linkage.RecordCluster;
import dev.clientele.b2c.identity.linkage.RecordRef;
import dev.clientele.b2c.identity.linkage.ScoredPair;
import dev.clientele.core.csv.CsvRowWriter;
import dev.clientele.examples.cli.text.TextFormat;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes pairs and clusters as CSV, in an order that is always the same. */
final class ResultFiles {

    private ResultFiles() {}

    /** All matches and pairs for review, the highest score first. */
    static void writePairs(Path file, List<ScoredPair> pairs) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            CsvRowWriter rows = new CsvRowWriter(out);
            rows.write(List.of("file_1", "id_1", "file_2", "id_2", "probability", "score", "decision"));
            for (ScoredPair pair : pairs) {
                rows.writeGuarded(List.of(
                        pair.first().source(),
                        pair.first().id(),
                        pair.second().source(),
                        pair.second().id(),
                        TextFormat.format("%.6f", pair.probability()),
                        TextFormat.format("%.4f", pair.score()),
                        TextFormat.optionWord(pair.decision())));
            }
        }
    }

    /** Every record and the number of its person, by person. */
    static void writeClusters(Path file, List<RecordCluster> clusters) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            CsvRowWriter rows = new CsvRowWriter(out);
            rows.write(List.of("file", "id", "cluster"));
            for (int number = 0; number < clusters.size(); number++) {
                for (RecordRef ref : clusters.get(number).records()) {
                    rows.writeGuarded(List.of(ref.source(), ref.id(), Integer.toString(number + 1)));
                }
            }
        }
    }

    /** Pairs for a person to judge, with the values of both records and an empty cell for the answer. */
    static void writeQuestions(Path file, List<ScoredPair> pairs, IdentityResult linked) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            CsvRowWriter rows = new CsvRowWriter(out);
            List<String> header = new ArrayList<>(LabelFile.HEADER);
            header.add("probability");
            linked.model().attributes().forEach(attribute -> {
                header.add(attribute.name() + " 1");
                header.add(attribute.name() + " 2");
            });
            rows.write(header);
            for (ScoredPair pair : pairs) {
                LinkageRecord first = linked.index().record(pair.first()).orElseThrow();
                LinkageRecord second = linked.index().record(pair.second()).orElseThrow();
                List<String> cells = new ArrayList<>(List.of(
                        pair.first().source(),
                        pair.first().id(),
                        pair.second().source(),
                        pair.second().id(),
                        "",
                        TextFormat.format("%.6f", pair.probability())));
                for (int i = 0; i < first.values().size(); i++) {
                    cells.add(text(first.values().get(i)));
                    cells.add(text(second.values().get(i)));
                }
                rows.writeGuarded(cells);
            }
        }
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
