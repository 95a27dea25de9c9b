package dev.clientele.b2b.exchange.vcard;

import com.google.common.collect.Lists;
import dev.clientele.b2b.account.Contact;
import dev.clientele.core.CrmSession;
import dev.clientele.core.csv.RowError;
import dev.clientele.core.customer.Country;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stores the contacts of cards. Immutable and thread-safe.
 *
 * <p>A card is known by its {@code UID}: one that {@link VCards#write} wrote is about the contact with that id, one of another program
 * about the contact with that external id, a new one if there is none; so the same cards a second time add nobody. If that contact was
 * {@linkplain dev.clientele.core.merge.Merges merged} into another, the card is about the survivor. A stored contact takes from its card what
 * it lacks, and the contact points that it doesn't have; the rest stays. Cards without {@code UID} are always new contacts.
 *
 * <p>Cards are stored 500 at a time, each batch in a transaction of its own.
 */
public final class CardImport {

    private static final int BATCH = 500;

    private final @Nullable Country region;

    private CardImport(@Nullable Country region) {
        this.region = region;
    }

    /** Returns an import of cards with phone numbers in international form. */
    public static CardImport standard() {
        return new CardImport(null);
    }

    /** Returns an import of cards whose phone numbers without the code of a country are those of a region. */
    public static CardImport in(Country region) {
        return new CardImport(Objects.requireNonNull(region, "region"));
    }

    /**
     * The outcome of an import.
     *
     * @param added contacts that are new
     * @param changed contacts that took something from their cards
     * @param unchanged cards that say nothing new
     * @param rejected why cards were left out whole, by their numbers
     * @param leftOut as of {@link VCards.Read}: those cards, and what of others couldn't be taken
     * @param ignored as of {@link VCards.Read}
     */
    public record Result(
            long added,
            long changed,
            long unchanged,
            List<RowError> rejected,
            List<String> leftOut,
            List<String> ignored) {

        /** Copies the lists. */
        public Result {
            rejected = List.copyOf(rejected);
            leftOut = List.copyOf(leftOut);
            ignored = List.copyOf(ignored);
        }
    }

    /**
     * Reads cards and stores their contacts.
     *
     * @param session whose actor makes the changes
     * @param cards the text of a file, with or without a byte order mark
     * @throws IllegalArgumentException if there are cards and none of them can be read
     * @throws dev.clientele.core.error.ClienteleException if a batch can't be stored; those before it stay
     */
    public Result run(CrmSession session, String cards) {
        CardFile file = new CardFile(region);
        CardSplitter.split(cards).forEach(file::add);
        VCards.Read read = file.read();
        long[] counts = new long[3];
        for (List<IdentifiedCard> some : Lists.partition(file.identified(), BATCH)) {
            long[] more = session.inTransaction(transaction -> new CardImportBatch(transaction).store(some));
            for (int i = 0; i < counts.length; i++) {
                counts[i] += more[i];
            }
        }
        return new Result(counts[0], counts[1], counts[2], file.rejected(), read.leftOut(), read.ignored());
    }

    /**
     * A contact of a card and what the card is known by.
     *
     * @param uid empty if it has none
     */
    record IdentifiedCard(String uid, Contact contact) {}
}
