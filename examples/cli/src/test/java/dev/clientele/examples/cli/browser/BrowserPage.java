package dev.clientele.examples.cli.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page of a browser, spoken to by the DevTools protocol. */
public final class BrowserPage {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BlockingQueue<JsonNode> incoming = new LinkedBlockingQueue<>();
    private final List<String> errors = new ArrayList<>();
    private final WebSocket socket;
    private int sent;

    private BrowserPage(URI address) {
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Listener(incoming))
                .join();
    }

    static BrowserPage open(String browser) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + browser + "/json/new?about:blank"))
                .method("PUT", HttpRequest.BodyPublishers.noBody())
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        BrowserPage page = new BrowserPage(
                URI.create(JSON.readTree(answer).get("webSocketDebuggerUrl").asString()));
        page.call("Page.enable", Map.of());
        page.call("Runtime.enable", Map.of());
        page.call("Log.enable", Map.of());
        page.call("Network.enable", Map.of());
        return page;
    }

    /** Shows a file in a window of this size and waits until it is there. */
    public void show(Path file, int width, int height, boolean phone) throws InterruptedException {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", phone ? 2 : 1, "mobile", phone));
        int id = send("Page.navigate", Map.of("url", file.toUri().toString()));
        boolean answered = false;
        boolean loaded = false;
        while (!answered || !loaded) {
            JsonNode message = next();
            answered |= message.path("id").asInt(-1) == id;
            loaded |= message.path("method").asString("").equals("Page.loadEventFired");
        }
    }

    /** What went wrong on the page so far: errors on the console, and whatever it asked a network for. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    /** The value of an expression. */
    public JsonNode evaluate(String expression) throws InterruptedException {
        JsonNode result = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(result.get("exceptionDetails").toString());
        }
        return result.get("result").path("value");
    }

    /** Takes a picture of the whole page. */
    public void picture(Path file) throws IOException, InterruptedException {
        JsonNode picture = call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        Files.write(file, Base64.getDecoder().decode(picture.get("data").asString()));
    }

    private JsonNode call(String method, Map<String, ?> parameters) throws InterruptedException {
        int id = send(method, parameters);
        while (true) {
            JsonNode message = next();
            if (message.path("id").asInt(-1) == id) {
                if (message.has("error")) {
                    throw new IllegalStateException(method + ": " + message.get("error"));
                }
                return message.get("result");
            }
        }
    }

    private int send(String method, Map<String, ?> parameters) {
        int id = ++sent;
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        return id;
    }

    private JsonNode next() throws InterruptedException {
        JsonNode message = incoming.poll(60, TimeUnit.SECONDS);
        if (message == null) {
            throw new IllegalStateException("the browser does not answer");
        }
        JsonNode event = message.path("params");
        switch (message.path("method").asString("")) {
            case "Runtime.exceptionThrown" -> errors.add(event.toString());
            case "Runtime.consoleAPICalled" -> errors.add(event.toString());
            case "Log.entryAdded" -> errors.add(event.toString());
            case "Network.requestWillBeSent" -> {
                String address = event.path("request").path("url").asString("");
                if (!address.startsWith("file:")) {
                    errors.add("asked for " + address);
                }
            }
            default -> {
                // nothing that matters
            }
        }
        return message;
    }

    private static final class Listener implements WebSocket.Listener {
        private final BlockingQueue<JsonNode> incoming;
        private final StringBuilder text = new StringBuilder();

        Listener(BlockingQueue<JsonNode> incoming) {
            this.incoming = incoming;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                incoming.add(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
