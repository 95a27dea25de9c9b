package dev.clientele.b2c.purchase;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.csv.CsvBatchProcessor;
import dev.clientele.core.csv.CsvImportCounter;
import dev.clientele.core.csv.CsvRow;
import dev.clientele.core.csv.EventRows;
import dev.clientele.core.entity.Id;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records the purchases of rows. Not thread-safe. */
final class PurchaseImportWriter implements CsvBatchProcessor.RowWriter {

    private final PurchaseRowMapper mapper;
    private @Nullable List<CsvRow> last;

    PurchaseImportWriter(PurchaseRowMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public CsvImportCounter store(CrmSession transaction, List<CsvRow> rows) {
        boolean again = rows.equals(last); // the transaction has collided with another
        last = rows;
        ZoneId zone = new Purchases(transaction).policy().zone();
        Function<String, Set<Id<Person>>> persons = mapper.lookUpPersons(transaction, rows);
        return EventRows.record(
                rows,
                row -> mapper.purchase(row, persons, zone),
                purchases -> new PurchaseRecorder(transaction, again).record(purchases, zone));
    }
}
