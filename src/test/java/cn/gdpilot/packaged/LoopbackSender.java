package cn.gdpilot.packaged;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client that costs next to nothing: one connection, and the kernel passes the file to it. */
final class LoopbackSender implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)");
    private static final Pattern LOCATION = Pattern.compile("(?i)\r\nLocation: *(\\S+)");
    private static final Pattern SESSION = Pattern.compile("(?i)\r\nSet-Cookie: *(JSESSIONID=[^;]+)");

    private final InetSocketAddress server;
    private SocketChannel line;
    private final String authorization;
    private String session = "";

    LoopbackSender(URI address, String username, String password) throws IOException {
        server = new InetSocketAddress(address.getHost(), address.getPort());
        line = SocketChannel.open(server);
        authorization = base64(username + ":" + password);
        // Signs in, so that hashing the password is not measured with the file.
        ask("GET", "/api/applications/none", "Content-Length: 0\r\n");
    }

    /** Begins a resumable upload (tus 1.0) and gives its address. */
    String begin(String uploads, String kind, String name, long size) throws IOException {
        String head = ask(
                "POST",
                uploads,
                "Content-Length: 0\r\nTus-Resumable: 1.0.0\r\nUpload-Length: " + size + "\r\nUpload-Metadata: kind "
                        + base64(kind) + ",filename " + base64(name) + "\r\n");
        Matcher address = LOCATION.matcher(head);
        if (!address.find()) {
            throw new IllegalStateException(head);
        }
        return URI.create(address.group(1)).getPath();
    }

    /** Sends bytes of a file; whatever is answered but {@code expected} is an error. */
    void send(String method, String address, Path file, long from, long length, int expected) throws IOException {
        write(
                method,
                address,
                "Content-Length: " + length + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: " + from
                        + "\r\nContent-Type: application/offset+octet-stream\r\n");
        try (FileChannel content = FileChannel.open(file, StandardOpenOption.READ)) {
            for (long at = from; at < from + length; ) {
                at += content.transferTo(at, from + length - at, line);
            }
        }
        String answer = read();
        if (!answer.startsWith("HTTP/1.1 " + expected)) {
            throw new IllegalStateException(answer);
        }
    }

    @Override
    public void close() throws IOException {
        line.close();
    }

    private String ask(String method, String address, String headers) throws IOException {
        write(method, address, headers);
        String head = read();
        Matcher cookie = SESSION.matcher(head);
        if (cookie.find()) {
            session = "Cookie: " + cookie.group(1) + "\r\n";
        }
        return head;
    }

    private void write(String method, String address, String headers) throws IOException {
        ByteBuffer head =
                ByteBuffer.wrap((method + " " + address + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic "
                                + authorization + "\r\n" + session + headers + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        while (head.hasRemaining()) {
            line.write(head);
        }
    }

    /** Status line and headers of an answer, whose body is read and dropped. */
    private String read() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            one.clear();
            if (line.read(one) < 0) {
                throw new IOException("The server has closed the line");
            }
            head.write(one.get(0));
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        Matcher length = LENGTH.matcher(text);
        skip(
                length.find()
                        ? Integer.parseInt(length.group(1))
                        : text.toLowerCase().contains("chunked") ? -1 : 0);
        if (text.toLowerCase().contains("connection: close")) {
            // After so many requests a server ends a line, and a browser opens another.
            line.close();
            line = SocketChannel.open(server);
        }
        return text;
    }

    /** So many bytes, or pieces until the empty one. */
    private void skip(int bytes) throws IOException {
        if (bytes >= 0) {
            ByteBuffer body = ByteBuffer.allocate(bytes);
            while (body.hasRemaining() && line.read(body) >= 0) {
                // Read on.
            }
            return;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (!body.toString(StandardCharsets.ISO_8859_1).endsWith("0\r\n\r\n")) {
            one.clear();
            if (line.read(one) < 0) {
                throw new IOException("The server has closed the line");
            }
            body.write(one.get(0));
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
