package dev.clientele.examples.cli.identity;

import dev.clientele.b2c.identity.linkage.LinkageSource;
import dev.clientele.b2c.identity.linkage.RecordAttribute;
import dev.clientele.b2c.identity.linkage.RecordRef;
import dev.clientele.core.csv.CsvHeader;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All files of records.
 *
 * @param mapping their columns
 * @param files in the order given
 * @param remarks what a person should know about them
 */
record RecordFiles(ColumnMapping mapping, List<RecordFile> files, List<String> remarks) {

    /**
     * Reads them.
     *
     * @param id the names of the column of ids
     * @param given the mapping; if it is empty, columns are found by their names
     * @param truth the name of a column of the truth
     * @throws UnusableDataException if one can't be read
     * @throws IllegalArgumentException if there is nothing to compare by, naming the option
     */
    static RecordFiles read(List<Path> paths, List<String> id, ColumnMapping given, @Nullable String truth) {
        if (new HashSet<>(paths).size() < paths.size()) {
            throw new IllegalArgumentException("--records must name each file once");
        }
        List<CsvHeader> headers = paths.stream().map(RecordFile::header).toList();
        for (int i = 0; i < paths.size(); i++) {
            requireColumn("--id", id, headers.get(i), paths.get(i));
        }
        Set<String> without = new HashSet<>(id);
        if (truth != null) {
            without.add(truth);
        }
        ColumnMapping mapping = given.columns().isEmpty() ? ColumnMapping.find(headers, without) : given;
        if (mapping.columns().isEmpty()) {
            throw new IllegalArgumentException(
                    "--map must name the columns to compare by, such as given=first_name, since none is"
                            + " called as usual: " + HeaderWords.examples());
        }
        List<String> remarks = new ArrayList<>();
        for (ColumnMapping.MappedColumn column : mapping.columns()) {
            List<String> missing = new ArrayList<>();
            for (int i = 0; i < paths.size(); i++) {
                if (column.in(headers.get(i)).isEmpty()) {
                    missing.add(paths.get(i).toString());
                }
            }
            String name = String.join(" or ", column.names());
            if (missing.size() == paths.size()) {
                throw new IllegalArgumentException(
                        "--map must name columns of the files, but none has a column " + name + columns(headers));
            }
            missing.forEach(path -> remarks.add(path + " has no column " + name));
        }
        List<String> names = names(paths);
        List<RecordFile> files = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            RecordFile file = RecordFile.read(paths.get(i), names.get(i), id, mapping, truth);
            file.rejected().forEach(reason -> remarks.add(file.source().name() + ": " + reason));
            files.add(file);
        }
        return new RecordFiles(mapping, files, remarks);
    }

    private static void requireColumn(String option, List<String> names, CsvHeader header, Path path) {
        if (ColumnMapping.present(names, header).isEmpty()) {
            throw new IllegalArgumentException(option + " must name a column of " + path + ", was "
                    + String.join("|", names) + columns(List.of(header)));
        }
    }

    private static String columns(List<CsvHeader> headers) {
        Set<String> names = new LinkedHashSet<>();
        headers.forEach(header -> names.addAll(header.names()));
        return "; there are " + String.join(", ", names);
    }

    /** The last parts of the paths if they are different, else the whole paths. */
    private static List<String> names(List<Path> paths) {
        List<String> names =
                paths.stream().map(path -> String.valueOf(path.getFileName())).toList();
        return new HashSet<>(names).size() == names.size()
                ? names
                : paths.stream().map(Path::toString).toList();
    }

    List<RecordAttribute> attributes() {
        return mapping.attributes();
    }

    List<LinkageSource> sources() {
        return files.stream().map(RecordFile::source).toList();
    }

    Stream<RecordRef> refs() {
        return sources().stream()
                .flatMap(source -> source.records().stream().map(record -> new RecordRef(source.name(), record.id())));
    }

    long records() {
        return files.stream().mapToLong(file -> file.source().records().size()).sum();
    }

    /** The truth that stands in a column. */
    KnownEntities truth() {
        Map<RecordRef, String> entities = new HashMap<>();
        for (RecordFile file : files) {
            file.truth()
                    .forEach((id, entity) ->
                            entities.put(new RecordRef(file.source().name(), id), entity));
        }
        return new KnownEntities(entities);
    }

    /** Returns whether a column of this name is in every file. */
    static Optional<Boolean> haveColumn(List<Path> paths, String name) {
        long with = paths.stream()
                .filter(path -> RecordFile.header(path).place(name).isPresent())
                .count();
        return with == 0 ? Optional.empty() : Optional.of(with == paths.size());
    }
}
