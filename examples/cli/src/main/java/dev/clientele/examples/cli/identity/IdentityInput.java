package dev.clientele.examples.cli.identity;

import dev.clientele.b2c.identity.linkage.PairLabel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is read.
 *
 * @param files the records
 * @param index the records by id
 * @param labels judgements to learn from
 * @param judged judgements to estimate the quality from
 * @param truth who the records are of, if that is known
 */
record IdentityInput(
        RecordFiles files,
        RecordIndex index,
        List<PairLabel> labels,
        List<PairLabel> judged,
        @Nullable KnownEntities truth) {

    /**
     * Reads everything.
     *
     * @throws IllegalArgumentException if an option names something that isn't there
     */
    static IdentityInput read(
            List<Path> records,
            List<String> id,
            ColumnMapping mapping,
            @Nullable String truth,
            @Nullable Path labels,
            @Nullable Path judged) {
        String truthColumn = truth != null && isColumn(records, truth) ? truth : null;
        RecordFiles files = RecordFiles.read(records, id, mapping, truthColumn);
        RecordIndex index = new RecordIndex(files.sources());
        KnownEntities known = null;
        if (truthColumn != null) {
            known = files.truth();
        } else if (truth != null) {
            known = TruthFile.read(PairRows.read(Path.of(truth)), index, files.refs());
        }
        return new IdentityInput(
                files, index, labels("--labels", labels, index), labels("--judged", judged, index), known);
    }

    private static boolean isColumn(List<Path> records, String truth) {
        Optional<Boolean> everywhere = RecordFiles.haveColumn(records, truth);
        if (everywhere.isEmpty() && !Files.isRegularFile(Path.of(truth))) {
            throw new IllegalArgumentException("--truth must be a column of the files or a file, was " + truth);
        }
        if (everywhere.isPresent() && !everywhere.get()) {
            throw new IllegalArgumentException("--truth must be a column of all files, but not all have " + truth);
        }
        return everywhere.isPresent();
    }

    private static List<PairLabel> labels(String option, @Nullable Path file, RecordIndex index) {
        return file == null ? List.of() : LabelFile.read(option, PairRows.read(file), index);
    }
}
