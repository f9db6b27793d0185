package dev.understudy.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();

    /** Sends back what it reads. */
    private static final class Echo extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            context.writeAndFlush(message);
        }
    }

    @BeforeEach
    void connect() {
        channel.pipeline().addLast(new Connection(channel, Timeouts.DEFAULT, true, last -> {}), new Echo());
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void an_answer_leaves_when_the_event_loop_has_read_all_that_had_come() {
        List<String> meanwhile = new ArrayList<>();

        channel.eventLoop().execute(() -> {
            read("one");
            meanwhile.addAll(sent());
        });
        channel.runPendingTasks();

        assertThat(meanwhile).isEmpty();
        assertThat(sent()).containsExactly("one");
    }

    @Test
    void an_answer_leaves_before_the_connection_is_closed() {
        List<Future<?>> closing = new ArrayList<>();

        channel.eventLoop().execute(() -> {
            read("one");
            closing.add(channel.pipeline().close());
        });
        channel.runPendingTasks();

        assertThat(sent()).containsExactly("one");
        assertThat(closing).allMatch(Future::isSuccess);
    }

    private void read(String text) {
        channel.pipeline().fireChannelRead(Unpooled.copiedBuffer(text, UTF_8));
    }

    private List<String> sent() {
        var texts = new ArrayList<String>();
        for (ByteBuf bytes = channel.readOutbound(); bytes != null; bytes = channel.readOutbound()) {
            texts.add(bytes.toString(UTF_8));
            bytes.release();
        }
        return texts;
    }
}
