package dev.clientele.examples.quickstart.load;

import dev.clientele.core.customer.Country;
import dev.clientele.examples.quickstart.source.SourceDataException;
import java.util.Map;

/** Countries by the names that the sources give them. */
public final class Countries {

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("Australia", "AU"),
            Map.entry("Austria", "AT"),
            Map.entry("Belgium", "BE"),
            Map.entry("Canada", "CA"),
            Map.entry("Denmark", "DK"),
            Map.entry("Finland", "FI"),
            Map.entry("France", "FR"),
            Map.entry("Germany", "DE"),
            Map.entry("Hong Kong", "HK"),
            Map.entry("Ireland", "IE"),
            Map.entry("Israel", "IL"),
            Map.entry("Italy", "IT"),
            Map.entry("Japan", "JP"),
            Map.entry("Mexico", "MX"),
            Map.entry("Netherlands", "NL"),
            Map.entry("New Zealand", "NZ"),
            Map.entry("Norway", "NO"),
            Map.entry("Philippines", "PH"),
            Map.entry("Poland", "PL"),
            Map.entry("Portugal", "PT"),
            Map.entry("Russia", "RU"),
            Map.entry("Singapore", "SG"),
            Map.entry("South Africa", "ZA"),
            Map.entry("Spain", "ES"),
            Map.entry("Sweden", "SE"),
            Map.entry("Switzerland", "CH"),
            Map.entry("UK", "GB"),
            Map.entry("USA", "US"));

    private Countries() {}

    /** The country of a name. */
    public static Country of(String name) {
        String code = CODES.get(name);
        if (code == null) {
            throw new SourceDataException("unknown country " + name);
        }
        return Country.of(code);
    }
}
