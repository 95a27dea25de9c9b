package dev.clientele.examples.cli.identity;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import dev.clientele.b2c.identity.linkage.RecordAttribute;
import dev.clientele.core.csv.CsvHeader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns by which records are compared, in the order of the values of a record. */
record ColumnMapping(List<MappedColumn> columns) {

    /**
     * A column that several files may call differently.
     *
     * @param kind what it holds
     * @param names of which the first that a file has counts
     */
    record MappedColumn(AttributeKind kind, List<String> names) {

        Optional<String> in(CsvHeader header) {
            return present(names, header);
        }
    }

    /** Copies the list. */
    ColumnMapping {
        columns = List.copyOf(columns);
    }

    /** The first of these names that a file has. */
    static Optional<String> present(List<String> names, CsvHeader header) {
        return names.stream().filter(name -> header.place(name).isPresent()).findFirst();
    }

    /** Names that stand apart by a vertical bar. */
    static List<String> names(String text) {
        return List.of(text.split("\\|", -1)).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /**
     * The mapping that was given.
     *
     * @param given such as {@code street=address_1}, or {@code given=first_name|vorname}; a kind may come several times
     * @throws IllegalArgumentException telling what is wrong with it
     */
    static ColumnMapping parse(List<String> given) {
        List<MappedColumn> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String each : given) {
            int equals = each.indexOf('=');
            List<String> names = equals < 0 ? List.of() : names(each.substring(equals + 1));
            if (names.isEmpty()) {
                throw new IllegalArgumentException("must be such as given=first_name, was " + each);
            }
            String label = each.substring(0, equals).strip();
            for (String name : names) {
                if (!seen.add(name)) {
                    throw new IllegalArgumentException("names the column " + name + " twice");
                }
            }
            columns.add(new MappedColumn(kind(label), names));
        }
        return new ColumnMapping(columns);
    }

    private static AttributeKind kind(String label) {
        try {
            return AttributeKind.ofLabel(label);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("has no kind " + label + ": " + e.getMessage(), e);
        }
    }

    /**
     * The columns that are called as such columns usually are; the first of a kind in one file is the first of it in another.
     *
     * @param without columns that are something else
     */
    static ColumnMapping find(List<CsvHeader> headers, Set<String> without) {
        Map<AttributeKind, List<Set<String>>> found = new EnumMap<>(AttributeKind.class);
        for (CsvHeader header : headers) {
            Map<AttributeKind, Integer> counts = new EnumMap<>(AttributeKind.class);
            for (String name : header.names()) {
                Optional<AttributeKind> kind = HeaderWords.kindOf(name);
                if (kind.isPresent()
                        && !without.contains(name)
                        && header.place(name).isPresent()) {
                    List<Set<String>> columns = found.computeIfAbsent(kind.get(), any -> new ArrayList<>());
                    int number = counts.merge(kind.get(), 1, Integer::sum);
                    if (columns.size() < number) {
                        columns.add(new LinkedHashSet<>());
                    }
                    columns.get(number - 1).add(name);
                }
            }
        }
        List<MappedColumn> columns = new ArrayList<>();
        found.forEach((kind, names) -> names.forEach(each -> columns.add(new MappedColumn(kind, List.copyOf(each)))));
        return new ColumnMapping(columns);
    }

    List<RecordAttribute> attributes() {
        return columns.stream()
                .map(column -> new RecordAttribute(column.names().get(0), column.kind()))
                .toList();
    }
}
