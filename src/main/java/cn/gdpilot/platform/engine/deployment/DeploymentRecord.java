package cn.gdpilot.platform.engine.deployment;

import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.platform.engine.deployment.WaitingModels.Waiting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The record's lines of deployments: each names the person, the files and their SHA-256. */
@Component
class DeploymentRecord {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentRecord.class);
    /** Less than a line of the record takes; a deployment with more files is told of in several. */
    private static final int LONGEST = 3900;

    private final ObjectProvider<RecordBook> book;

    /** The record is looked up when it is written: it comes after the engine, which needs this. */
    DeploymentRecord(ObjectProvider<RecordBook> book) {
        this.book = book;
    }

    /** With the transaction of the deployment; the log tells of it once it is committed. */
    void accepted(String person, String id, String name, Collection<ModelFile> files) {
        afterCommit(() -> LOG.info(
                "Deployment {} of {} by {}: {}", id, name, actor(person).person(), names(files)));
        write(
                "models.deployed",
                person,
                id,
                name,
                files,
                event -> book.getObject().write(event));
    }

    /** In a transaction of its own: the line stays although the deployment is undone. */
    void refused(String person, String name, Collection<ModelFile> files, String reason) {
        LOG.warn("Deployment {} by {} refused: {}: {}", name, actor(person).person(), names(files), reason);
        write(
                "models.refused",
                person,
                name,
                reason,
                files,
                event -> book.getObject().writeAtOnce(event));
    }

    /** Each file handed in is what runs already. */
    void unchanged(String person, String name, Collection<ModelFile> files) {
        write(
                "models.unchanged",
                person,
                name,
                null,
                files,
                event -> book.getObject().write(event));
    }

    /** With the transaction that keeps what was handed in. */
    void waits(String person, String name, Collection<ModelFile> files) {
        write(
                "models.handed-in",
                person,
                name,
                null,
                files,
                event -> book.getObject().write(event));
    }

    /** With the transaction of the deployment, beside the deployment's own line. */
    void released(String by, Waiting one, String grounds) {
        write(
                "models.released",
                by,
                subject(one),
                grounds,
                one.files(),
                event -> book.getObject().write(event));
    }

    /** With the transaction of the decision. */
    void sentBack(String by, Waiting one, String grounds) {
        write(
                "models.sent-back",
                by,
                subject(one),
                grounds,
                one.files(),
                event -> book.getObject().write(event));
    }

    private static String subject(Waiting one) {
        return one.id() + " of " + (one.handedInBy() == null ? ModelSource.FOLDER : one.handedInBy()) + ": "
                + one.name();
    }

    private static void afterCommit(Runnable telling) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            telling.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                telling.run();
            }
        });
    }

    private static void write(
            String action,
            String person,
            String subject,
            String grounds,
            Collection<ModelFile> files,
            Consumer<RecordEvent> book) {
        for (String part : parts(files)) {
            book.accept(new RecordEvent(actor(person), action, cut(subject), grounds, null, part, null));
        }
    }

    private static Actor actor(String person) {
        return person == null ? Actor.SYSTEM : new Actor(person, null);
    }

    private static List<String> parts(Collection<ModelFile> files) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (ModelFile file : files) {
            String line = file.name() + " sha256:" + file.hash();
            if (!part.isEmpty() && part.length() + line.length() >= LONGEST) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(part.isEmpty() ? "" : "\n").append(line);
        }
        parts.add(part.toString());
        return parts;
    }

    private static List<String> names(Collection<ModelFile> files) {
        return files.stream().map(ModelFile::name).toList();
    }

    private static String cut(String subject) {
        return subject == null || subject.length() <= 200 ? subject : subject.substring(0, 200);
    }
}
