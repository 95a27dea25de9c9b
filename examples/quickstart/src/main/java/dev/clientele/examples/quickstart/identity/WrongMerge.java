package dev.clientele.examples.quickstart.identity;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.identity.Identified;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.examples.quickstart.consumers.ConsumerScoring;
import dev.clientele.examples.quickstart.consumers.ConsumersLoad;
import dev.clientele.examples.quickstart.load.DayStart;
import dev.clientele.examples.quickstart.load.Remark;
import dev.clientele.examples.quickstart.load.StableId;
import java.util.List;
import org.joda.money.Money;

/**
 * Somebody pays at a till with one consumer's card and leaves the telephone number of another one: both become one person, until it is
 * noticed. A purchase that one of them makes meanwhile goes where it belongs.
 *
 * @param card the consumer whose card it is
 * @param phone the consumer whose telephone number it is
 */
public record WrongMerge(Person card, Person phone) {

    private static final String TILL = "till";

    static WrongMerge of(WebShopFile file) {
        List<Person> reachable = file.known().stream()
                .filter(person -> !person.contactPoints().points().isEmpty())
                .toList();
        return new WrongMerge(reachable.get(reachable.size() - 2), reachable.get(reachable.size() - 1));
    }

    /** Returns the consumers of whom the base took two for one. */
    public static WrongMerge in(CrmSession consumers) {
        return of(WebShopFile.of(consumers));
    }

    static List<Remark> play(CrmSession tx, List<WrongMerge> merges) {
        merges.forEach(merge -> merge.play(B2c.in(tx)));
        return List.of();
    }

    private void play(B2c b2c) {
        buy(b2c, "before-1", card.id(), 10);
        buy(b2c, "before-2", phone.id(), 20);
        Identified slip = b2c.identity()
                .identify(SourceRecord.of(TILL, "slip-1")
                        .withId(StableId.of(TILL, "slip-1"))
                        .loyaltyCard(card.require(Person.LOYALTY_NUMBER))
                        .contactPoint(phone.contactPoints().points().get(0)));
        buy(b2c, "meanwhile", phone.id(), 5);
        b2c.identity().unmerge(slip.decision().orElseThrow());
    }

    private static void buy(B2c b2c, String order, Id<Person> who, int dollars) {
        b2c.purchases()
                .record(Purchase.of(
                        TILL,
                        order,
                        who,
                        Money.of(ConsumersLoad.CURRENCY, dollars),
                        DayStart.of(ConsumerScoring.LAST_DAY)));
    }
}
