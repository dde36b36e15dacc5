package cn.gdpilot;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An applicant's program that speaks tus 1.0, and whose line can be cut in the middle of a file. */
public final class TusClient {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String authorization;

    public TusClient(URI base, String username, String password) {
        this.base = base;
        this.authorization = "Basic " + base64(username + ":" + password);
    }

    public HttpResponse<String> begin(String application, String kind, String name, long size) {
        return send(
                "POST",
                base.resolve("/api/applications/" + application + "/uploads"),
                BodyPublishers.noBody(),
                "Upload-Length",
                String.valueOf(size),
                "Upload-Metadata",
                "kind " + base64(kind) + ",filename " + base64(name));
    }

    /** Begins and gives the upload's address. */
    public URI begun(String application, String kind, String name, long size) {
        HttpResponse<String> answer = begin(application, kind, name, size);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return base.resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    public HttpResponse<String> ask(URI upload) {
        return send("HEAD", upload, BodyPublishers.noBody());
    }

    /** Bytes that have come. */
    public long offset(URI upload) {
        return ask(upload).headers().firstValueAsLong("Upload-Offset").orElse(-1);
    }

    public HttpResponse<String> patch(URI upload, long offset, BodyPublisher content, String... headers) {
        String[] all = {"Content-Type", "application/offset+octet-stream", "Upload-Offset", String.valueOf(offset)};
        String[] joined = java.util.Arrays.copyOf(all, all.length + headers.length);
        System.arraycopy(headers, 0, joined, all.length, headers.length);
        return send("PATCH", upload, content, joined);
    }

    public HttpResponse<String> patch(URI upload, long offset, byte[] content) {
        return patch(upload, offset, BodyPublishers.ofByteArray(content));
    }

    public HttpResponse<String> delete(URI upload) {
        return send("DELETE", upload, BodyPublishers.noBody());
    }

    /** Promises {@code promised} bytes, sends these, and keeps the line open until it is closed: a line that hangs or breaks. */
    public Socket hang(URI upload, long offset, long promised, byte[] content) throws IOException {
        Socket line = new Socket(upload.getHost(), upload.getPort());
        OutputStream out = line.getOutputStream();
        out.write(("PATCH " + upload.getRawPath() + " HTTP/1.1\r\nHost: " + upload.getAuthority()
                        + "\r\nAuthorization: " + authorization
                        + "\r\nTus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: "
                        + offset
                        + "\r\nContent-Length: " + promised + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        out.flush();
        return line;
    }

    public HttpResponse<String> send(String method, URI address, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, body)
                .header("Authorization", authorization)
                .header("Tus-Resumable", "1.0.0");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
