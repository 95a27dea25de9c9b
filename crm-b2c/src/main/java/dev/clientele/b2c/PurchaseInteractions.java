package dev.clientele.b2c;

import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import org.jspecify.annotations.Nullable;

/** A purchase as a timeline shows it. */
final class PurchaseInteractions {

    private PurchaseInteractions() {}

    static Interaction of(Purchase purchase) {
        int colon = purchase.key().indexOf(':');
        String source = purchase.key().substring(0, colon);
        String id = purchase.key().substring(colon + 1);
        String what = purchase.isRefund() ? "Refund" : "Purchase";
        Interaction view = Interaction.of(
                        Channel.PURCHASE,
                        purchase.isRefund() ? Direction.OUTBOUND : Direction.INBOUND,
                        purchase.occurredAt(),
                        purchase.person())
                .withExternalId(source, id)
                .with(Interaction.TITLE, what + " " + id + ": " + purchase.amount())
                .withAttribute("amount", purchase.amount().toString());
        view = with(view, "refund-of", purchase.get(Purchase.ORIGINAL));
        view = with(view, "store", purchase.get(Purchase.STORE));
        view = with(view, "channel", purchase.get(Purchase.CHANNEL));
        view = with(view, "lines", purchase.get(Purchase.LINES));
        return with(view, "quantity", purchase.get(Purchase.QUANTITY));
    }

    private static Interaction with(Interaction view, String name, @Nullable Object value) {
        return value == null ? view : view.withAttribute(name, value.toString());
    }
}
