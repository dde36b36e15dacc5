package cn.gdpilot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that can be told to misbehave, over real sockets: "gone" at the front of an address is refused for good
 * at RCPT, "spam" after the content, "later" for now, with "hang" it never answers again, with "mute" it takes the
 * first mail and never says so, with "stall" it stops reading the content, and with "bye" it closes the line after the mail.
 */
public class ScriptedSmtp implements AutoCloseable {

    private static final int SMALL_BUFFER = 8192;

    private volatile ServerSocket listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger lines = new AtomicInteger();

    public ScriptedSmtp() {
        try {
            listen(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** From now on nobody is at home. */
    public void leave() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At home again, at the same door. */
    public void comeBack() {
        try {
            listen(listener.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Mails that were taken, in order. */
    public List<Received> to(String recipient) {
        return received.stream()
                .filter(mail -> mail.recipient().equals(recipient))
                .toList();
    }

    public int count() {
        return received.size();
    }

    /** Connections so far. */
    public int lines() {
        return lines.get();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(int port) throws IOException {
        ServerSocket door = new ServerSocket();
        door.setReceiveBufferSize(SMALL_BUFFER);
        door.setReuseAddress(true);
        door.bind(new InetSocketAddress(port));
        listener = door;
        start(() -> listen(door));
    }

    private void listen(ServerSocket door) {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                lines.incrementAndGet();
                start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(socket.getOutputStream(), false, StandardCharsets.UTF_8)) {
            say(out, "220 here");
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT")) {
                    recipient = line.replaceAll(".*<|>.*", "");
                    say(out, answer(recipient));
                } else if (line.equals("DATA")) {
                    say(out, "354 go on");
                    if (recipient.startsWith("stall")) {
                        closed.await();
                        return;
                    }
                    String content = content(in);
                    if (recipient.startsWith("hang")) {
                        in.readLine();
                        return;
                    }
                    if (recipient.startsWith("mute") && to(recipient).isEmpty()) {
                        take(recipient, content);
                        in.readLine();
                        return;
                    }
                    say(out, take(recipient, content));
                    if (recipient.startsWith("bye")) {
                        return;
                    }
                } else {
                    say(out, line.equals("QUIT") ? "221 bye" : "250 ok");
                }
            }
        } catch (IOException broken) {
            // The other side went away.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String answer(String recipient) {
        if (recipient.startsWith("gone")) {
            return "550 5.1.1 no such user " + recipient;
        }
        return recipient.startsWith("later") ? "451 4.7.1 greylisted" : "250 ok";
    }

    /** Waits until a mail to that address was taken, so many seconds at most; false if none was. */
    public boolean takenBy(String recipient, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        synchronized (received) {
            while (to(recipient).isEmpty() && System.nanoTime() < end) {
                received.wait(100);
            }
        }
        return !to(recipient).isEmpty();
    }

    private String take(String recipient, String content) {
        if (recipient.startsWith("spam")) {
            return "554 5.7.1 content refused";
        }
        received.add(new Received(recipient, content));
        synchronized (received) {
            received.notifyAll();
        }
        return "250 taken";
    }

    private static String content(BufferedReader in) throws IOException {
        StringBuilder content = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            content.append(line).append('\n');
        }
        return content.toString();
    }

    private static void say(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * A mail that was taken.
     *
     * @param recipient address
     * @param content   as it came over the line
     */
    public record Received(String recipient, String content) {

        public String messageId() {
            return content.lines()
                    .filter(line -> line.startsWith("Message-ID:"))
                    .findFirst()
                    .orElseThrow()
                    .substring(11)
                    .strip();
        }
    }
}
