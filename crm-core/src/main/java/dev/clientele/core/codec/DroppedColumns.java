package dev.clientele.core.codec;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Stored columns whose fields nobody declares any more, as the JSON data that those fields once gave. */
final class DroppedColumns {

    private static final String CURRENCY = "_currency";
    private static final int CODE_LENGTH = 3;

    private DroppedColumns() {}

    /** Returns the data by field name: an amount and its currency, which had a column each, are one value. */
    static Map<String, Object> json(Map<String, Object> columns) {
        Map<String, Object> json = new TreeMap<>();
        columns.forEach((name, value) -> {
            if (columns.get(name + CURRENCY) instanceof String code
                    && code.length() == CODE_LENGTH
                    && value instanceof BigDecimal amount) {
                json.put(
                        name,
                        ImmutableMap.of(
                                "amount", MoneyCodec.fromColumns(amount, code).getAmount(), "currency", code));
            } else if (!isCurrency(name, value, columns)) {
                json.put(name, ColumnJson.write(value));
            }
        });
        return json;
    }

    private static boolean isCurrency(String name, Object value, Map<String, Object> columns) {
        return name.endsWith(CURRENCY)
                && value instanceof String code
                && code.length() == CODE_LENGTH
                && columns.get(name.substring(0, name.length() - CURRENCY.length())) instanceof BigDecimal;
    }
}
