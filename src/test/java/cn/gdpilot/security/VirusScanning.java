package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.gdpilot.domain.files.scan.ScanState;
import cn.gdpilot.domain.files.scan.VirusScan;
import cn.gdpilot.journey.Journey;
import cn.gdpilot.running.ApplicationOnPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A real clamd, with a database of one signature, looks at what was uploaded. */
@ApplicationOnPostgres
public abstract class VirusScanning extends Journey {

    private static final Path CLAMD = Path.of("/usr/sbin/clamd");
    /** In two pieces: nobody's scanner shall find this file. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private static final int PORT = freePort();

    private static Process clamd;

    @Autowired
    VirusScan scan;

    @Value("${pilot.store-folder}")
    private Path store;

    @DynamicPropertySource
    static void scanner(DynamicPropertyRegistry settings) {
        settings.add("pilot.materials.scanner.host", () -> "127.0.0.1");
        settings.add("pilot.materials.scanner.port", () -> PORT);
        settings.add("pilot.materials.scanner.timeout", () -> "20s");
        settings.add("pilot.materials.scanner.pause", () -> "1h");
    }

    @BeforeEach
    void nothingKnown() {
        jdbc.sql("delete from file_scan").update();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (clamd != null) {
            clamd.destroy();
            clamd.waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    @DisplayName("a scanner that is down does not block a submission; officers wait")
    void down() throws InterruptedException {
        stop();
        clamd = null;
        givenRound();
        Submitted project = givenSubmitted("city-440100", "T01", "扫描器停机");
        scan.run();

        assertThat(project.id()).isNotBlank();
        assertThat(scan.state(sha256(project.id()))).isEqualTo(ScanState.PENDING);
        assertThat(open(project.id())).isEqualTo(409);
    }

    @Test
    @DisplayName("what is clean opens, what is infected does not and is kept in the record")
    void cleanAndInfected() throws IOException {
        givenClamd();
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440100", "T01", "病毒检查");
        String infected = givenInfectedFile(id);
        applicant.client().submit(id, "key-" + id).ok();
        settle();

        scan.run();

        assertThat(scan.state(sha256(id))).isEqualTo(ScanState.CLEAN);
        assertThat(open(id)).isEqualTo(200);
        assertThat(scan.state(infected)).isEqualTo(ScanState.INFECTED);
        long material = jdbc.sql("select id from material where sha256 = :sha256")
                .param("sha256", infected)
                .query(Long.class)
                .single();
        assertThat(officer("city-440100")
                        .send("GET", "/dossier/" + id + "/materials/" + material, null)
                        .status())
                .isEqualTo(403);
        assertThat(officer("city-440100").send("GET", "/dossier/" + id, null).body())
                .contains("发现病毒", "未发现病毒");
        assertThat(jdbc.sql("select count(*) from record_entry where action = 'file.infected' and subject = :sha256")
                        .param("sha256", infected)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    @DisplayName("R2.3 a report of a credit look-up is looked at, a file that was taken away is not")
    void reports() throws IOException {
        givenClamd();
        givenRound();
        Submitted project = givenSubmitted("city-440100", "T01", "信用报告检查");
        String report = givenStored('e', "clean");
        jdbc.sql("""
                insert into credit_lookup (application_id, source, result, remark, report_name, report_format, report_sha256, person, office, at)
                values (:application, 'PERSON', 'CLEAN', '', '报告.pdf', 'pdf', :sha256, 'city-440100', 'city-440100', current_timestamp)""").param("application", project.id()).param("sha256", report).update();
        String takenAway = givenStored('d', "clean");
        jdbc.sql("""
                insert into material (application_id, kind, name, format, size_bytes, sha256, uploaded_at, removed_at)
                values (:application, 'EVIDENCE', '已移除.pdf', 'pdf', 5, :sha256, current_timestamp, current_timestamp)""")
                .param("application", project.id())
                .param("sha256", takenAway)
                .update();

        scan.run();

        assertThat(scan.state(report)).isEqualTo(ScanState.CLEAN);
        assertThat(scan.state(takenAway)).isEqualTo(ScanState.PENDING);
    }

    private static void givenClamd() throws IOException {
        assumeTrue(Files.isExecutable(CLAMD), "clamd is not installed: apt-get install clamav-daemon");
        if (clamd != null) {
            return;
        }
        Path folder = Files.createTempDirectory("clamd");
        Path database = Files.createDirectory(folder.resolve("db"));
        StringBuilder hex = new StringBuilder();
        EICAR.chars().forEach(c -> hex.append("%02x".formatted(c)));
        Files.writeString(database.resolve("test.ndb"), "Eicar-Test-Signature:0:0:" + hex + "\n");
        Path settings = Files.writeString(
                folder.resolve("clamd.conf"), """
                Foreground yes
                TCPSocket %d
                TCPAddr 127.0.0.1
                DatabaseDirectory %s
                User %s
                """.formatted(PORT, database, System.getProperty("user.name")));
        clamd = new ProcessBuilder(List.of(CLAMD.toString(), "-c", settings.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(VirusScanning::answers);
    }

    private static boolean answers() {
        try (Socket socket = new Socket("127.0.0.1", PORT)) {
            socket.getOutputStream().write("zPING\0".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).startsWith("PONG");
        } catch (IOException notYet) {
            return false;
        }
    }

    /** As a file that passed the look into it and turns out to be infected. */
    private String givenInfectedFile(String application) throws IOException {
        String sha256 = givenStored('f', EICAR);
        jdbc.sql("""
                insert into material (application_id, kind, name, format, size_bytes, sha256, uploaded_at)
                values (:application, 'EVIDENCE', '染毒.pdf', 'pdf', 68, :sha256, current_timestamp)""").param("application", application).param("sha256", sha256).update();
        return sha256;
    }

    /** A file in the store whose key is 64 times that digit. */
    private String givenStored(char digit, String content) throws IOException {
        String sha256 = String.valueOf(digit).repeat(64);
        Path file = store.resolve(sha256.substring(0, 2)).resolve(sha256);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return sha256;
    }

    private int open(String application) {
        long material = jdbc.sql("select min(id) from material where application_id = :id")
                .param("id", application)
                .query(Long.class)
                .single();
        return officer("city-440100")
                .send("GET", "/dossier/" + application + "/materials/" + material, null)
                .status();
    }

    private String sha256(String application) {
        return jdbc.sql("select sha256 from material where application_id = :id order by id limit 1")
                .param("id", application)
                .query(String.class)
                .single();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
