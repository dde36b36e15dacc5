package cn.gdpilot.domain.mail;

import cn.gdpilot.domain.text.Texts;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** A real SMTP server inside the process, for starts without a mail host: nothing leaves the machine. */
@Component
public class DemoMailServer implements DisposableBean {

    private static final String LOOPBACK = "127.0.0.1";

    private final MailSettings settings;
    private GreenMail server;

    /** Refuses to stand in for a mail server where people wait for their mail. */
    DemoMailServer(MailSettings settings, Environment environment) {
        this.settings = settings;
        if (settings.inProcess() && environment.acceptsProfiles(Profiles.of("production"))) {
            throw new IllegalStateException(Texts.of("mail.no-host"));
        }
        if (settings.inProcess()) {
            server = new GreenMail(new ServerSetup(settings.port(), LOOPBACK, ServerSetup.PROTOCOL_SMTP));
            server.start();
        }
    }

    public boolean running() {
        return server != null;
    }

    String host() {
        return running() ? LOOPBACK : settings.host();
    }

    int port() {
        return running() ? server.getSmtp().getPort() : settings.port();
    }

    /** What has arrived, the oldest first. */
    public List<MimeMessage> received() {
        return running() ? List.of(server.getReceivedMessages()) : List.of();
    }

    @Override
    public void destroy() {
        if (running()) {
            server.stop();
        }
    }
}
