package dev.clientele.b2b.insight.projection;

import dev.clientele.b2b.Shared;
import dev.clientele.b2b.deal.pipeline.StageKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The opportunities of shared/data/sales-pipeline as ways by day; those without an engage date have none. */
final class SalesPipelineData {

    static final String ENGAGING = "Engaging";

    private SalesPipelineData() {}

    static PipelineHistory history() {
        List<DealPath> tracks = new ArrayList<>();
        List<String> lines = Shared.lines("data/sales-pipeline/sales_pipeline.csv");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (!cells[5].isEmpty()) {
                tracks.add(track(cells[4], cells[5], cells[6], cells[7]));
            }
        }
        return new PipelineHistory(tracks);
    }

    private static DealPath track(String stage, String engaged, String closed, String value) {
        List<DealPath.StageEntry> steps = new ArrayList<>();
        steps.add(new DealPath.StageEntry(ENGAGING, StageKind.OPEN, LocalDate.parse(engaged), 0));
        if (!closed.isEmpty()) {
            StageKind kind = stage.equals("Won") ? StageKind.WON : StageKind.LOST;
            double worth = value.isEmpty() ? 0 : Double.parseDouble(value);
            steps.add(new DealPath.StageEntry(stage, kind, LocalDate.parse(closed), worth));
        }
        return new DealPath(steps);
    }
}
