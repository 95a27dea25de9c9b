package dev.clientele.core.csv;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Trait;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds what rows of records of one type have to do with each other: those of one key, of one value that has to be unique, and
 * those that name each other in references. Immutable and thread-safe.
 */
final class CsvRowLinks<T extends Entity<T>> implements Function<CsvRow, RowLinks> {

    private final EntityType<T> type;
    private final CsvLayout<T> layout;
    private final String key;
    /** The fields by which references of the file name records of the type. */
    private final Set<String> namingFields = new HashSet<>();

    CsvRowLinks(EntityType<T> type, CsvLayout<T> layout, RecordMatcher<T> matcher) {
        this.type = type;
        this.layout = layout;
        this.key = matcher.fieldName();
        layout.columns().values().forEach(column -> column.namingField(type).ifPresent(namingFields::add));
    }

    @Override
    public RowLinks apply(CsvRow row) {
        Optional<String> own = Optional.empty();
        Set<String> names = new HashSet<>();
        Set<String> references = new HashSet<>();
        if (layout.id() >= 0 && !row.cell(layout.id()).isBlank()) {
            own = Optional.of(CsvImport.ID + "=" + row.cell(layout.id()).strip().toLowerCase(Locale.ROOT));
        }
        for (Map.Entry<Integer, CsvColumn<T>> entry : layout.columns().entrySet()) {
            CsvColumn<T> column = entry.getValue();
            String cell = FormulaGuard.unguard(row.cell(entry.getKey()));
            if (cell.isBlank()) {
                continue;
            }
            column.referenceText(type, cell).ifPresent(references::add);
            String field = column.field().name();
            if (field.equals(key)) {
                own = column.linkText(cell);
            } else if (column.field().hasTrait(Trait.UNIQUE) || namingFields.contains(field)) {
                column.linkText(cell).ifPresent(names::add);
            }
        }
        return new RowLinks(own, names, references);
    }
}
