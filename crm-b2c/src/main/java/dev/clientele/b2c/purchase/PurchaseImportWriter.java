package dev.clientele.b2c.purchase;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.csv.CsvBatchProcessor;
import dev.clientele.core.csv.CsvCellException;
import dev.clientele.core.csv.CsvImportCounter;
import dev.clientele.core.csv.CsvRow;
import dev.clientele.core.entity.Id;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records the purchases of rows. Not thread-safe. */
final class PurchaseImportWriter implements CsvBatchProcessor.RowWriter {

    private final PurchaseRowMapper mapper;
    private final PersonKey personKey;
    private @Nullable List<CsvRow> last;

    PurchaseImportWriter(PurchaseRowMapper mapper, PersonKey personKey) {
        this.mapper = mapper;
        this.personKey = personKey;
    }

    @Override
    public CsvImportCounter store(CrmSession transaction, List<CsvRow> rows) {
        boolean again = rows.equals(last); // the transaction has collided with another
        last = rows;
        CsvImportCounter outcome = new CsvImportCounter();
        ZoneId zone = new Purchases(transaction).policy().zone();
        Function<String, Set<Id<Person>>> persons = personKey.lookUp(
                transaction,
                rows.stream()
                        .map(mapper::person)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList());
        Map<String, Purchase> purchases = new LinkedHashMap<>();
        for (CsvRow row : rows) {
            try {
                Purchase purchase = mapper.purchase(row, persons, zone);
                if (purchases.putIfAbsent(purchase.key(), purchase) != null) {
                    outcome.countUnchanged();
                }
            } catch (CsvCellException refused) {
                outcome.addRejected(List.of(refused.error(row)));
            }
        }
        Set<String> known = new PurchaseRecorder(transaction, again).record(purchases.values(), zone);
        purchases.keySet().forEach(key -> {
            if (known.contains(key)) {
                outcome.countUnchanged();
            } else {
                outcome.countAdded();
            }
        });
        return outcome;
    }
}
