package dev.clientele.examples.cli.identity;

import dev.clientele.b2c.identity.linkage.LinkageRecord;
import dev.clientele.b2c.identity.linkage.LinkageSource;
import dev.clientele.core.csv.CsvCells;
import dev.clientele.core.csv.CsvHeader;
import dev.clientele.core.csv.CsvReader;
import dev.clientele.core.csv.CsvRow;
import dev.clientele.core.csv.CsvRowReader;
import dev.clientele.core.error.InvalidException;
import dev.clientele.examples.cli.csv.CsvTable;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file.
 *
 * @param source the records under the file's name
 * @param truth the cell of the truth by the record's id, of the records that have one
 * @param rejected why rows were left out, the first of them
 * @param rejectedCount how many were
 */
record RecordFile(LinkageSource source, Map<String, String> truth, List<String> rejected, long rejectedCount) {

    private static final int BATCH = 1000;
    private static final int MOST_TOLD = 10;

    /** The columns of a file. */
    static CsvHeader header(Path path) {
        return new CsvTable(path).read(reader -> rows(path, reader).header());
    }

    private static CsvRowReader rows(Path path, Reader reader) {
        try {
            return CsvRowReader.of("file", CsvReader.of(reader));
        } catch (InvalidException e) {
            throw new UnusableDataException(
                    path + " must be a CSV file with a header and records, but "
                            + e.violations().get(0).reason(),
                    e);
        }
    }

    /**
     * Reads a file.
     *
     * @param id the names of which the file calls one the column of ids
     * @param truth the name of a column of the file that holds who a record is of
     * @throws UnusableDataException if it can't be read, has no records, or two of the same id
     */
    static RecordFile read(Path path, String name, List<String> id, ColumnMapping mapping, @Nullable String truth) {
        return new CsvTable(path).read(reader -> {
            CsvRowReader rows = rows(path, reader);
            CsvHeader header = rows.header();
            String idColumn = ColumnMapping.present(id, header)
                    .orElseThrow(() -> new UnusableDataException(
                            path + " has no column " + String.join(" or ", id) + ", which --id names"));
            List<Optional<String>> columns =
                    mapping.columns().stream().map(each -> each.in(header)).toList();
            Set<String> wanted = new LinkedHashSet<>(Set.of(idColumn));
            columns.forEach(column -> column.ifPresent(wanted::add));
            if (truth != null) {
                wanted.add(truth);
            }
            CsvCells cells = CsvCells.of("file", header, wanted);
            RecordGathering gathering = new RecordGathering(cells, idColumn, columns, truth);
            for (List<CsvRow> some = rows.next(BATCH); !some.isEmpty(); some = rows.next(BATCH)) {
                some.forEach(gathering::add);
            }
            rows.errors().stream().limit(MOST_TOLD).forEach(error -> gathering.rejected.add(error.toString()));
            return gathering.toFile(path, name, rows.rejected());
        });
    }

    /** The records of a file as they are read. */
    private static final class RecordGathering {
        private final CsvCells cells;
        private final String idColumn;
        private final List<Optional<String>> columns;
        private final @Nullable String truthColumn;
        private final List<LinkageRecord> records = new ArrayList<>();
        private final Map<String, Long> rowOfId = new HashMap<>();
        private final Map<String, String> truth = new HashMap<>();
        private final List<String> rejected = new ArrayList<>();
        private long withoutId;
        private long repeated;
        private String firstRepeated = "";

        RecordGathering(CsvCells cells, String idColumn, List<Optional<String>> columns, @Nullable String truthColumn) {
            this.cells = cells;
            this.idColumn = idColumn;
            this.columns = columns;
            this.truthColumn = truthColumn;
        }

        void add(CsvRow row) {
            Optional<String> id = cells.find(idColumn, row);
            if (id.isEmpty()) {
                withoutId++;
                if (rejected.size() < MOST_TOLD) {
                    rejected.add("row " + row.number() + ": " + idColumn + " is blank");
                }
                return;
            }
            Long earlier = rowOfId.putIfAbsent(id.get(), row.number());
            if (earlier != null) {
                firstRepeated = repeated++ == 0 ? earlier + " and " + row.number() : firstRepeated;
                return;
            }
            List<@Nullable String> values = new ArrayList<>(columns.size());
            for (Optional<String> column : columns) {
                values.add(column.flatMap(name -> cells.find(name, row)).orElse(null));
            }
            records.add(new LinkageRecord(id.get(), values));
            if (truthColumn != null) {
                cells.find(truthColumn, row).ifPresent(entity -> truth.put(id.get(), entity));
            }
        }

        RecordFile toFile(Path path, String name, long unreadable) {
            if (repeated > 0) {
                throw new UnusableDataException(path + " must have a different " + idColumn + " in each row, but "
                        + repeated + (repeated == 1 ? " row has" : " rows have")
                        + " one that stands above already, first rows " + firstRepeated);
            }
            if (records.isEmpty()) {
                throw new UnusableDataException(path + " must have records below its header, but has none with an id");
            }
            return new RecordFile(new LinkageSource(name, records), truth, rejected, withoutId + unreadable);
        }
    }
}
