package cn.gdpilot.domain.mail;

import java.time.Duration;

/** A mail in this node's hand: while its files go out, the outbox is told every minute that it still is. */
class Lease implements Runnable {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final Outbox.Mail mail;
    private long renewed = System.nanoTime();

    Lease(Outbox outbox, Outbox.Mail mail) {
        this.outbox = outbox;
        this.mail = mail;
    }

    @Override
    public void run() {
        if (System.nanoTime() - renewed > PAUSE.toNanos()) {
            outbox.renew(mail);
            renewed = System.nanoTime();
        }
    }
}
