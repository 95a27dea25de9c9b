package dev.clientele.core.csv;

import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a file's rows by the headers of their columns: without white space around them, in Unicode NFC, without the apostrophe
 * by which an export keeps spreadsheets from computing them. Immutable and thread-safe.
 */
public final class CsvCells {

    private final CsvHeader header;
    private final Map<String, Integer> places = new HashMap<>();

    private CsvCells(CsvHeader header) {
        this.header = header;
    }

    /**
     * Returns the cells of these columns of a file.
     *
     * @param type the record type to speak of
     * @throws InvalidException naming the columns that aren't there, or are there twice
     */
    public static CsvCells of(String type, CsvHeader header, Set<String> wanted) {
        List<Violation> missing = header.findMissing(wanted);
        if (!missing.isEmpty()) {
            throw new InvalidException(type, missing);
        }
        CsvCells cells = new CsvCells(header);
        wanted.forEach(name -> header.place(name).ifPresent(place -> cells.places.put(name, place)));
        return cells;
    }

    /** Returns the headers that nothing is read from. */
    public List<String> ignored() {
        List<String> ignored = new ArrayList<>();
        for (int place = 0; place < header.names().size(); place++) {
            if (!places.containsValue(place) && !header.names().get(place).isEmpty()) {
                ignored.add(header.names().get(place));
            }
        }
        return ignored;
    }

    /** Returns the cell of a row in a column; empty if it is blank, or the column is none of those that were asked for. */
    public Optional<String> find(String name, CsvRow row) {
        @Nullable Integer place = places.get(name);
        return place == null ? Optional.empty() : Optional.of(cell(row, place)).filter(cell -> !cell.isEmpty());
    }

    /** Returns the cell of a row at a place, from 0, in the form that those of this class have; empty behind the last one. */
    public static String cell(CsvRow row, int place) {
        return Normalizer.normalize(FormulaGuard.unguard(row.cell(place).strip()), Normalizer.Form.NFC);
    }

    /**
     * Returns the cell of a row in a column.
     *
     * @throws CsvCellException if it is blank
     */
    public String require(String name, CsvRow row) {
        return find(name, row).orElseThrow(() -> new CsvCellException(name, ViolationCode.REQUIRED, "is required"));
    }

    /** Returns the cells of rows in a column, each once, without blank ones. */
    public Set<String> distinct(String name, List<CsvRow> rows) {
        Set<String> cells = new LinkedHashSet<>();
        rows.forEach(row -> find(name, row).ifPresent(cells::add));
        return cells;
    }
}
