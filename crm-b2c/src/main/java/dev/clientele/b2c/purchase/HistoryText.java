package dev.clientele.b2c.purchase;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/**
 * Purchase histories as one compact text: {@code GBP:… JPY:…}, each the base 64 of its days in ascending order.
 *
 * <p>A day takes the distance to the day before and two flags as one number, the minor units bought, the number of purchases
 * unless it is 1, and the minor units refunded if there are any; numbers in groups of 7 bits, the least first. A day of one
 * purchase of less than 20,000 minor units within a month of the one before takes 3 or 4 bytes, 4 to 6 characters.
 */
final class HistoryText {

    private static final int SEVERAL_PURCHASES = 1;
    private static final int REFUNDED = 2;

    private HistoryText() {}

    static String write(Collection<PurchaseHistory> histories) {
        return histories.stream()
                .filter(history -> history.days() > 0)
                .collect(Collectors.toMap(
                        history -> history.currency().getCode(),
                        HistoryText::encode,
                        (one, other) -> one,
                        TreeMap::new))
                .entrySet()
                .stream()
                .map(currency -> currency.getKey() + ":" + currency.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Reads the histories by currency code. */
    static Map<String, PurchaseHistory> readAll(String text) {
        Map<String, PurchaseHistory> histories = new TreeMap<>();
        for (String part : parts(text)) {
            CurrencyUnit currency = CurrencyUnit.of(part.substring(0, part.indexOf(':')));
            histories.put(currency.getCode(), decode(currency, part));
        }
        return histories;
    }

    /** Reads the history in one currency. */
    static Optional<PurchaseHistory> read(String text, CurrencyUnit currency) {
        for (String part : parts(text)) {
            if (part.startsWith(currency.getCode() + ":")) {
                return Optional.of(decode(currency, part));
            }
        }
        return Optional.empty();
    }

    private static String[] parts(String text) {
        return text.isEmpty() ? new String[0] : text.split(" ");
    }

    private static String encode(PurchaseHistory history) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(history.days() * 5);
        long before = 0;
        for (int i = 0; i < history.days(); i++) {
            int flags = (history.count(i) == 1 ? 0 : SEVERAL_PURCHASES) | (history.refunded(i) == 0 ? 0 : REFUNDED);
            long distance = history.day(i) - before;
            before = history.day(i);
            writeNumber(bytes, zigzag(i, distance) << 2 | flags);
            writeNumber(bytes, history.bought(i));
            if ((flags & SEVERAL_PURCHASES) != 0) {
                writeNumber(bytes, history.count(i));
            }
            if ((flags & REFUNDED) != 0) {
                writeNumber(bytes, history.refunded(i));
            }
        }
        return Base64.getEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** Days ascend, so that only the first number, a day before or after 1970, can be negative. */
    private static long zigzag(int i, long distance) {
        return i > 0 ? distance : distance << 1 ^ distance >> 63;
    }

    private static void writeNumber(ByteArrayOutputStream bytes, long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    private static PurchaseHistory decode(CurrencyUnit currency, String part) {
        byte[] bytes = Base64.getDecoder().decode(part.substring(part.indexOf(':') + 1));
        Reader numbers = new Reader(bytes);
        int capacity = bytes.length / 2 + 1;
        int[] days = new int[capacity];
        int[] counts = new int[capacity];
        long[] bought = new long[capacity];
        long[] refunded = new long[capacity];
        int size = 0;
        long day = 0;
        while (numbers.next < bytes.length) {
            long head = numbers.read();
            long distance = head >>> 2;
            day += size > 0 ? distance : distance >>> 1 ^ -(distance & 1);
            days[size] = Math.toIntExact(day);
            bought[size] = numbers.read();
            counts[size] = (head & SEVERAL_PURCHASES) == 0 ? 1 : Math.toIntExact(numbers.read());
            refunded[size] = (head & REFUNDED) == 0 ? 0 : numbers.read();
            size++;
        }
        return new PurchaseHistory(
                currency,
                Arrays.copyOf(days, size),
                Arrays.copyOf(counts, size),
                Arrays.copyOf(bought, size),
                Arrays.copyOf(refunded, size));
    }

    /** Reads numbers one after the other. */
    private static final class Reader {

        private final byte[] bytes;
        private int next;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        long read() {
            long number = 0;
            int shift = 0;
            while (true) {
                if (next == bytes.length || shift > 63) {
                    throw new IllegalArgumentException("a number of a purchase history ends too soon");
                }
                byte group = bytes[next++];
                number |= (long) (group & 0x7F) << shift;
                if (group >= 0) {
                    return number;
                }
                shift += 7;
            }
        }
    }
}
