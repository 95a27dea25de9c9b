package dev.clientele.b2b.deal.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reading of deals that were stored by earlier versions of the type. */
final class OpportunityUpcast {

    private OpportunityUpcast() {}

    /** Reads a deal of version 1, which didn't keep the stage from which it was closed, nor its days. */
    static Map<String, Object> withClosing(Map<String, Object> json) {
        List<?> visits = json.get("visits") instanceof List<?> list ? list : List.of();
        if (visits.isEmpty() || isOpen(visits.get(visits.size() - 1))) {
            return json;
        }
        Object last = visits.get(visits.size() - 1);
        for (int i = visits.size() - 2; i >= 0; i--) {
            Object visit = visits.get(i);
            if (isOpen(visit) && text(visit, "pipeline").equals(text(last, "pipeline"))) {
                json.put("closed_from", text(visit, "stage"));
                break;
            }
        }
        json.put("cycle_days", StageHistory.nearestDays(enteredAt(visits.get(0)), enteredAt(last)));
        return json;
    }

    private static boolean isOpen(@Nullable Object visit) {
        return text(visit, "kind").equals(StageKind.OPEN.name());
    }

    private static Instant enteredAt(@Nullable Object visit) {
        return Instant.parse(text(visit, "enteredAt"));
    }

    private static String text(@Nullable Object visit, String name) {
        return visit instanceof Map<?, ?> entries ? String.valueOf(entries.get(name)) : "";
    }
}
