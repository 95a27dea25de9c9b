package dev.clientele.examples.cli.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless browser process of our own. */
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final String LISTENING = "DevTools listening on ws://";

    private final Process process;
    private final String address;

    private Chromium(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts one; the test that asks for it is skipped where there is none on the path.
     *
     * @param profile an empty folder for its own files
     */
    public static Chromium start(Path profile) throws IOException {
        Optional<Path> program = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(program.isPresent(), "skipped: no Chromium on the path to open the page with");
        Process process = new ProcessBuilder(
                        program.orElseThrow().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader log =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            int at = line.indexOf(LISTENING);
            if (at >= 0) {
                String rest = line.substring(at + LISTENING.length());
                Thread drain = new Thread(() -> log.lines().forEach(more -> {}), "chromium-log");
                drain.setDaemon(true);
                drain.start();
                return new Chromium(process, rest.substring(0, rest.indexOf('/')));
            }
        }
        process.destroyForcibly();
        throw new IOException("the browser ended before it was ready");
    }

    /** A new, empty page. */
    public BrowserPage page() throws IOException, InterruptedException {
        return BrowserPage.open(address);
    }

    /** Ends the browser and all its processes, which write to the profile as long as they live. */
    @Override
    public void close() throws IOException {
        List<ProcessHandle> others = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        others.forEach(ProcessHandle::destroyForcibly);
        others.forEach(other -> other.onExit().join());
    }
}
