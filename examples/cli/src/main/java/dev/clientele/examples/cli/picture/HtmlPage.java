package dev.clientele.examples.cli.picture;

import java.util.List;

/**
 * A report as one file of HTML that needs nothing else: no script, no network, no other file, and it forbids the browser to
 * ask for any.
 *
 * @param title of the page
 * @param introduction what it is about, in a sentence or two
 * @param tiles the numbers at its head
 * @param pictures in order
 * @param tables more numbers below the pictures, each with a heading
 * @param notes what else a reader should know, a paragraph each
 */
public record HtmlPage(
        String title,
        String introduction,
        List<KeyFigure> tiles,
        List<Chart> pictures,
        List<Section> tables,
        List<String> notes) {

    /** A table with a heading and a sentence. */
    public record Section(String heading, String sentence, DataTable numbers) {

        String html() {
            return "<section class=\"card\">\n<h2>" + Html.escape(heading) + "</h2>\n<p>" + Html.escape(sentence)
                    + "</p>\n" + numbers.html() + "</section>\n";
        }
    }

    private static final String STYLE = """
            :root{color-scheme:light}
            *{box-sizing:border-box}
            body{margin:0;background:#f3f5f8;color:#14202e;font:16px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
            main{max-width:1120px;margin:0 auto;padding:20px 12px 40px}
            h1{font-size:1.7rem;line-height:1.2;margin:.2em 0 .3em}
            h2{font-size:1.15rem;line-height:1.25;margin:0 0 .3em}
            p{margin:0 0 .6em}
            header p{max-width:46em}
            .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin:18px 0}
            .tile,.card{background:#fff;border:1px solid #d9dfe7;border-radius:10px}
            .tile{padding:12px 14px}
            .tile b{display:block;font-size:1.3rem;line-height:1.2;overflow-wrap:anywhere}
            .tile span{color:#4a5867;font-size:.9rem}
            .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,460px),1fr));gap:14px}
            .card{margin:0;padding:16px;min-width:0}
            .card svg{display:block;width:100%;height:auto;margin:.4em 0 .6em}
            figcaption{color:#3b4856;font-size:.92rem}
            .legend{display:flex;flex-wrap:wrap;gap:4px 18px;font-size:.9rem;margin:.2em 0}
            .legend span{display:inline-flex;align-items:center;gap:6px}
            .legend i{display:inline-block;width:22px;border-radius:2px}
            .legend i.ramp{width:110px;height:.8em;border:1px solid #b9c4d0}
            details{margin-top:.6em;font-size:.9rem}
            summary{cursor:pointer;color:#1f5a9c}
            .wide{overflow-x:auto;max-width:100%}
            table{border-collapse:collapse;font-variant-numeric:tabular-nums;margin:.4em 0;font-size:.88rem}
            th,td{padding:3px 7px;text-align:right;border-bottom:1px solid #e4e8ee;white-space:nowrap}
            th:first-child{text-align:left}
            thead th{color:#4a5867;font-weight:600;white-space:normal;vertical-align:bottom;min-width:4.2em}
            section.card{margin-top:14px}
            section.card th:first-child{white-space:normal}
            footer{margin-top:22px;color:#3b4856;font-size:.92rem}
            svg text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:#14202e}
            svg .tick{font-size:11px;fill:#3b4856}
            svg .axis{font-size:12px;font-weight:600;fill:#26323f}
            svg .value{font-size:12px;font-weight:600}
            svg .note{font-size:11px;fill:#3b4856}
            svg .cell{font-size:11px}
            svg .grid{stroke:#e1e6ec}
            svg .base{stroke:#8492a1}
            svg .mark{stroke:#5a6675;stroke-width:1.5;stroke-dasharray:3 3}
            @media(max-width:480px){.card{padding:14px 12px}th,td{padding:3px 5px}}
            @media print{body{background:#fff}.card,.tile{break-inside:avoid}}
            """;

    /** The whole file, to be written in UTF-8. */
    public String html() {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                + "<title>" + Html.escape(title) + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<main>\n"
                + "<header>\n<h1>" + Html.escape(title) + "</h1>\n<p>" + Html.escape(introduction) + "</p>\n</header>\n"
                + "<div class=\"tiles\">\n");
        tiles.forEach(tile -> html.append(tile.html()));
        html.append("</div>\n<div class=\"cards\">\n");
        pictures.forEach(picture -> html.append(picture.html()));
        html.append("</div>\n");
        tables.forEach(table -> html.append(table.html()));
        html.append("<footer>\n");
        notes.forEach(note -> html.append("<p>").append(Html.escape(note)).append("</p>\n"));
        return html.append("</footer>\n</main>\n</body>\n</html>\n").toString();
    }
}
