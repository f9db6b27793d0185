import io.vertx.core.Vertx;

/** The least that a Vert.x server can be: what every start and every answer is compared with. */
public final class Bare {
    private Bare() {}

    /** Listens on the port that is named. */
    public static void main(String[] arguments) {
        Vertx.vertx()
                .createHttpServer()
                .requestHandler(request -> request.response().end("hello"))
                .listen(Integer.parseInt(arguments[0]), "127.0.0.1")
                .await();
    }
}
